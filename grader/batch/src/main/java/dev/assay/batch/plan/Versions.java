package dev.assay.batch.plan;

import dev.assay.run.grading.Version;

/**
 * The versions that all graders of a plan must have, because results depend on them.
 *
 * @param assay the grader's
 * @param tensorflow that of TensorFlow Java
 * @param java the version of the Java runtime
 */
public record Versions(String assay, String tensorflow, String java) {
  /** Those of this process. */
  public static Versions current() {
    return new Versions(Version.ASSAY, Version.TENSORFLOW, System.getProperty("java.version"));
  }
}
