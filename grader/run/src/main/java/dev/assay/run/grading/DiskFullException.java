package dev.assay.run.grading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Ends a batch: a disk is too full for any grading. The message says which, and what to do. */
public final class DiskFullException extends IOException {
  private static final long serialVersionUID = 1;

  DiskFullException(Path folder, long bytes) {
    super(
        String.format(
            Locale.ROOT,
            "The disk that holds %s has less than %d MiB left. Make room, or choose another folder"
                + " with --out.",
            folder,
            bytes >> 20));
  }
}
