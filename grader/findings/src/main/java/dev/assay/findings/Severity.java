package dev.assay.findings;

/** How much a finding matters, mildest first. */
public enum Severity {
  /** Worth knowing; nothing to do. */
  INFO,
  /** Does not decide the verdict, but probably costs points. */
  WARNING,
  /** Decides the verdict. */
  ERROR
}
