package dev.assay.junit;

import org.jspecify.annotations.Nullable;

/**
 * A failure that is not the answer's: the grader's own, or a test that asks for what does not
 * exist. JUnit and build tools count it as an error, as it is no {@link AssertionError}.
 */
public final class GraderErrorException extends RuntimeException {
  private static final long serialVersionUID = 1;

  GraderErrorException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
