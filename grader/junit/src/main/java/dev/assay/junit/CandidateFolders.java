package dev.assay.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds candidates' folders beside the files of a project. */
final class CandidateFolders {
  private static final Set<String> OF_TOOLS = Set.of("src", "target", "build", "out", "bin");

  private CandidateFolders() {}

  /** The folders with a Java file that lie directly in a folder, sorted by name. */
  static List<Path> in(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder.toAbsolutePath())) {
      for (Path entry : entries.filter(Files::isDirectory).sorted().toList()) {
        String name = entry.getFileName().toString();
        if (!name.startsWith(".") && !OF_TOOLS.contains(name) && holdsJava(entry)) {
          found.add(entry);
        }
      }
    }
    return found;
  }

  private static boolean holdsJava(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".java"));
    }
  }
}
