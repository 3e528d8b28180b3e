package dev.assay.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What an earlier run left where a new one writes; nothing else in those folders is touched. */
final class Leftovers {
  private Leftovers() {}

  /** Old class files would be found beside the new ones. */
  static void ofCompiling(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(Candidate.LOG));
    Path classes = folder.resolve(Candidate.CLASSES);
    if (!Files.isDirectory(classes)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(classes)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }

  static void ofGrading(RunFiles files) throws IOException {
    for (Path file : files.all()) {
      Files.deleteIfExists(file);
    }
  }
}
