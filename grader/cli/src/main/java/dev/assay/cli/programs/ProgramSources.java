package dev.assay.cli.programs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds and reads the sources of a program: one file, or all Java files of a folder. */
final class ProgramSources {
  private static final String JAVA = ".java";

  private ProgramSources() {}

  static List<ProgramSource> read(Path program) throws ProgramException, IOException {
    List<Path> files = Files.isDirectory(program) ? inFolder(program) : List.of(single(program));
    List<ProgramSource> sources = new ArrayList<>();
    for (Path file : files) {
      sources.add(new ProgramSource(sources.size(), file, text(file)));
    }
    return sources;
  }

  private static Path single(Path file) throws ProgramException {
    if (!Files.exists(file)) {
      throw new ProgramException(
          "No such file or folder: %s. Pass a Java file, or a folder of Java files."
              .formatted(file));
    }
    if (!file.toString().endsWith(JAVA)) {
      throw new ProgramException(
          "%s is not a Java file: its name does not end in .java.".formatted(file));
    }
    return file;
  }

  /** Finds a Maven or Gradle project's own sources, without tests and generated ones. */
  private static List<Path> inFolder(Path folder) throws ProgramException, IOException {
    Path main = folder.resolve("src/main/java");
    Path root = Files.isDirectory(main) ? main : folder;
    List<Path> files;
    try (Stream<Path> all = Files.walk(root)) {
      files =
          all.filter(file -> file.toString().endsWith(JAVA) && Files.isRegularFile(file))
              .filter(file -> !file.getFileName().toString().equals("module-info.java"))
              .filter(file -> isShown(root.relativize(file)))
              .sorted()
              .toList();
    }
    if (files.isEmpty()) {
      throw new ProgramException("%s contains no Java file.".formatted(folder));
    }
    return files;
  }

  private static boolean isShown(Path relative) {
    return StreamSupport.stream(relative.spliterator(), false)
        .noneMatch(name -> name.toString().startsWith("."));
  }

  private static String text(Path file) throws ProgramException, IOException {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new ProgramException(
          "%s is not encoded in UTF-8. Save it as UTF-8 in your editor and run it again."
              .formatted(file));
    }
  }
}
