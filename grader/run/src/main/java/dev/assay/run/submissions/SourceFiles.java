package dev.assay.run.submissions;

import dev.assay.datasets.Sha256;
import dev.assay.datasets.paths.RawPaths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The Java files below a folder, within bounds; symbolic links are not followed. */
final class SourceFiles {
  static final int MAX_FILES = 1000;
  static final long MAX_BYTES = 16 << 20;

  private static final Set<String> SKIPPED = Set.of("target", "build", "out", "node_modules");
  private static final Set<String> NO_SOURCES = Set.of("module-info.java", "package-info.java");

  private SourceFiles() {}

  /** Whether a folder of that name is a tool's and holds nothing that was handed in. */
  static boolean isSkipped(Path folder) {
    String name = folder.getFileName().toString();
    return name.startsWith(".") || name.equals("__MACOSX") || SKIPPED.contains(name);
  }

  /** The files by their names relative to the folder, with slashes, sorted. */
  static SortedMap<String, Path> below(Path folder) throws IOException, SubmissionException {
    Collector collector = new Collector(folder);
    Files.walkFileTree(folder, collector);
    if (collector.files.size() > MAX_FILES || collector.bytes > MAX_BYTES) {
      throw new SubmissionException(
          String.format(
              Locale.ROOT,
              "%s holds more than %d Java files or %d bytes of them: is it a submission?",
              folder,
              MAX_FILES,
              MAX_BYTES));
    }
    return collector.files;
  }

  /** The Java files below a folder, sorted by name. */
  static List<SourceText> read(Path folder) throws IOException, SubmissionException {
    List<SourceText> sources = new ArrayList<>();
    for (Map.Entry<String, Path> file : below(folder).entrySet()) {
      String text = new String(Files.readAllBytes(file.getValue()), StandardCharsets.UTF_8);
      sources.add(
          new SourceText(file.getKey(), text.startsWith("\uFEFF") ? text.substring(1) : text));
    }
    return sources;
  }

  /** SHA-256 over the names and texts, in order. */
  static String digest(List<SourceText> sources) {
    MessageDigest digest = Sha256.newDigest();
    for (SourceText source : sources) {
      byte[] content = source.text().getBytes(StandardCharsets.UTF_8);
      digest.update(
          String.format(Locale.ROOT, "%s\0%d\0", source.name(), content.length)
              .getBytes(StandardCharsets.UTF_8));
      digest.update(content);
    }
    return Sha256.hex(digest);
  }

  private static final class Collector extends SimpleFileVisitor<Path> {
    private final Path root;
    private final SortedMap<String, Path> files = new TreeMap<>();
    private long bytes;

    Collector(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return !folder.equals(root) && isSkipped(folder)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = file.getFileName().toString();
      boolean source =
          name.endsWith(".java") && !name.startsWith(".") && !NO_SOURCES.contains(name);
      if (attributes.isRegularFile() && source) {
        files.put(unique(name(root.relativize(file))), file);
        bytes += attributes.size();
      }
      return files.size() > MAX_FILES || bytes > MAX_BYTES
          ? FileVisitResult.TERMINATE
          : FileVisitResult.CONTINUE;
    }

    /** With slashes; each part as its author most likely saw it. */
    private static String name(Path relative) {
      List<String> parts = new ArrayList<>();
      relative.forEach(part -> parts.add(RawPaths.guessName(part)));
      return String.join("/", parts);
    }

    /** Two names of other bytes may be guessed alike. */
    private String unique(String name) {
      return files.containsKey(name) ? unique("_/" + name) : name;
    }
  }
}
