package dev.assay.run;

import dev.assay.report.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Whether results have room. A candidate's process may say that the disk is full, or say something
 * else because it is; so the grader looks for itself.
 */
final class DiskSpace {
  /** More than a candidate's process may write. */
  static final long MIN_BYTES = 96L << 20;

  private DiskSpace() {}

  /**
   * Looks before a grading.
   *
   * @throws Fault a GRADER_ERROR when there is too little
   */
  static void require(Path folder) throws Fault {
    if (isShort(folder)) {
      throw full(folder, "");
    }
  }

  /** A fault, or in its place one of ours where the disk has filled up since. */
  static Fault check(Fault fault, Path folder) {
    return fault.verdict() != Verdict.GRADER_ERROR && isShort(folder)
        ? full(folder, " It was said: " + fault.getMessage())
        : fault;
  }

  private static Fault full(Path folder, String more) {
    return new Fault(
        Verdict.GRADER_ERROR,
        String.format(
            Locale.ROOT,
            "The disk that holds %s has less than %d MiB left. Make room, or choose another folder"
                + " with --out.%s",
            folder,
            MIN_BYTES >> 20,
            more));
  }

  /** A file system that does not tell how much room it has is taken to have enough. */
  private static boolean isShort(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace() < MIN_BYTES;
    } catch (IOException e) {
      return false;
    }
  }
}
