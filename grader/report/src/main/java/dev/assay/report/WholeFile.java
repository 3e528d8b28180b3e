package dev.assay.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Files of which a reader finds the old one or the whole new one, never a part. */
final class WholeFile {
  private WholeFile() {}

  /** Writes beside the file, in folders that are made if need be, then takes its place. */
  static void write(byte[] content, Path file) throws IOException {
    Path target = file.toAbsolutePath();
    Path temporary =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      Files.createDirectories(temporary.getParent());
      Files.write(temporary, content, StandardOpenOption.CREATE_NEW);
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      temporary.toFile().delete();
    }
  }
}
