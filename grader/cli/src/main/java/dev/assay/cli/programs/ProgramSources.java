package dev.assay.cli.programs;

import dev.assay.findings.TerminalCode;
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
      throw ProgramException.of(TerminalCode.PROGRAM_NOT_FOUND, "path", file.toString());
    }
    if (!file.toString().endsWith(JAVA)) {
      throw ProgramException.of(TerminalCode.PROGRAM_NO_JAVA_NAME, "file", file.toString());
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
      throw ProgramException.of(TerminalCode.PROGRAM_NO_JAVA_FILE, "folder", folder.toString());
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
      throw ProgramException.of(TerminalCode.PROGRAM_NOT_DECODED, "file", file.toString());
    }
  }
}
