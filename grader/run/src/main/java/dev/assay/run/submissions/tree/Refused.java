package dev.assay.run.submissions.tree;

import dev.assay.findings.Explained;
import dev.assay.findings.Sentence;

/** Thrown when a file or folder is not read; the sentence says why and what to do. */
public class Refused extends Exception implements Explained {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // exceptions are never serialized here
  private final Sentence sentence;

  public Refused(Sentence sentence) {
    super(sentence.text());
    this.sentence = sentence;
  }

  @Override
  public Sentence sentence() {
    return sentence;
  }
}
