package dev.assay.run.grading;

/** The versions that graded, as results and the command line name them. */
public final class Version {
  /** Assay's, as in the pom. */
  public static final String ASSAY = "0.1.0";

  /** TensorFlow Java's, as in the pom; the grader loads no library that it could ask. */
  public static final String TENSORFLOW = "1.1.0 (TensorFlow 2.18.0)";

  private Version() {}
}
