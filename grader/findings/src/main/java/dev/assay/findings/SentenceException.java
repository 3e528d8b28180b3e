package dev.assay.findings;

import java.io.IOException;

/** A failure of input or output that a sentence of the catalogue explains to people. */
public class SentenceException extends IOException {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // exceptions are never serialized here
  private final Sentence sentence;

  public SentenceException(Sentence sentence) {
    super(sentence.text());
    this.sentence = sentence;
  }

  public SentenceException(Sentence sentence, Throwable cause) {
    super(sentence.text(), cause);
    this.sentence = sentence;
  }

  /** What to tell people. */
  public Sentence sentence() {
    return sentence;
  }

  /** What to tell people of a failure: its own sentence, or its message as it is. */
  public static Sentence of(Throwable failure) {
    return failure instanceof SentenceException known
        ? known.sentence()
        : Sentence.of(FaultCode.OTHER_FAILURE, "reason", String.valueOf(failure.getMessage()));
  }
}
