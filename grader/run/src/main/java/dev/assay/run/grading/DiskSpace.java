package dev.assay.run.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether results have room. A candidate's process may say that the disk is full, or say something
 * else because it is; so the grader looks for itself, before a grading and after one that failed.
 */
public final class DiskSpace {
  /** More than a candidate's process may write. */
  static final long MIN_BYTES = 96L << 20;

  private DiskSpace() {}

  /**
   * Checks the disk of a folder, which need not exist.
   *
   * @throws DiskFullException when it has too little room
   */
  public static void require(Path folder) throws DiskFullException {
    if (isShort(folder)) {
      throw new DiskFullException(folder, MIN_BYTES);
    }
  }

  /** A file system that does not tell how much room it has is taken to have enough. */
  private static boolean isShort(Path folder) {
    try {
      return Files.getFileStore(existing(folder.toAbsolutePath())).getUsableSpace() < MIN_BYTES;
    } catch (IOException e) {
      return false;
    }
  }

  private static Path existing(Path folder) {
    @Nullable Path nearest = folder;
    while (nearest != null && !Files.exists(nearest)) {
      nearest = nearest.getParent();
    }
    return Objects.requireNonNullElse(nearest, folder);
  }
}
