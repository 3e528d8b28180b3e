package dev.assay.run.submissions.tree;

/** Thrown when a file or folder is not read; the message says why and what to do. */
public class Refused extends Exception {
  private static final long serialVersionUID = 1;

  public Refused(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
