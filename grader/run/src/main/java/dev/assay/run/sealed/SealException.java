package dev.assay.run.sealed;

import dev.assay.datasets.DataException;

/** A sealed file or a key is not what it must be; the message says what is wrong with it. */
public final class SealException extends DataException {
  private static final long serialVersionUID = 1L;

  SealException(String message) {
    super(message);
  }

  SealException(String message, Throwable cause) {
    super(message, cause);
  }
}
