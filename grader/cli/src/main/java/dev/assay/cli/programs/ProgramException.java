package dev.assay.cli.programs;

/**
 * Signals that the user's program cannot be run; the message says why and what to do, on one or
 * more lines.
 */
public final class ProgramException extends Exception {
  private static final long serialVersionUID = 1L;

  ProgramException(String message) {
    super(message);
  }
}
