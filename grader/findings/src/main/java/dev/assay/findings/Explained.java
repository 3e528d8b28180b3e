package dev.assay.findings;

/** A failure that a sentence of the catalogue explains to people. */
public interface Explained {
  /** Returns what to tell people. */
  Sentence sentence();
}
