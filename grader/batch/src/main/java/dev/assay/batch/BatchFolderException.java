package dev.assay.batch;

import java.io.IOException;
import java.nio.file.Path;

/** Refuses a folder for the results of a batch. */
public final class BatchFolderException extends IOException {
  private static final long serialVersionUID = 1;

  /** Why a folder is refused. */
  public enum Reason {
    /** It holds files that no batch wrote. */
    FOREIGN_FILES,
    /** Another batch is writing there. */
    IN_USE,
    /** It has a plan, whose shards are graded by themselves. */
    PLANNED,
    /** It cannot be written; the cause says why. */
    NOT_WRITABLE
  }

  private final Reason reason;

  BatchFolderException(Path folder, Reason reason) {
    super(folder + ": " + reason);
    this.reason = reason;
  }

  BatchFolderException(Path folder, IOException cause) {
    super(folder + ": " + Reason.NOT_WRITABLE, cause);
    this.reason = Reason.NOT_WRITABLE;
  }

  /** The reason why the folder is refused. */
  public Reason reason() {
    return reason;
  }
}
