package dev.assay.run.inspection;

import dev.assay.run.grading.GradingFiles;
import dev.assay.run.processes.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Takes what a builder's process has written: as files of the grader's own, which nothing that is
 * left of the process has open. It may not be gone yet, and what was inspected must be what is
 * trained.
 */
public final class BuiltFiles {
  private BuiltFiles() {}

  /** Takes both files; what is no file, or too large, is left for the inspection to name. */
  public static void take(GradingFiles files) throws IOException {
    take(files.graph());
    take(files.model());
  }

  private static void take(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        || Files.size(file) > Role.BUILD.limits().fileBytes()) {
      return;
    }
    Path own = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.copy(file, own, StandardCopyOption.REPLACE_EXISTING, LinkOption.NOFOLLOW_LINKS);
      Files.move(own, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(own);
    }
  }
}
