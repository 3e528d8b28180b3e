package dev.assay.run.grading;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import java.nio.file.Path;

/** Ends a batch: a disk is too full for any grading. The message says which, and what to do. */
public final class DiskFullException extends SentenceException {
  private static final long serialVersionUID = 1;

  DiskFullException(Path folder, long bytes) {
    super(Sentence.of(FaultCode.DISK_FULL, "folder", folder.toString(), "limit", bytes));
  }
}
