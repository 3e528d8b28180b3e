package dev.assay.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What an earlier run left where a new one writes; nothing else in those folders is touched. */
final class Leftovers {
  private Leftovers() {}

  static void ofCompiling(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(Candidate.LOG));
    Files.deleteIfExists(folder.resolve(Candidate.CLASSES));
    Files.deleteIfExists(new RunFiles(folder).graph());
    Files.deleteIfExists(new RunFiles(folder).model());
  }

  static void ofGrading(RunFiles files) throws IOException {
    for (Path file : files.all()) {
      Files.deleteIfExists(file);
    }
  }
}
