package dev.assay.findings;

import java.io.IOException;
import java.util.List;

/** A failure of input or output that sentences of the catalogue explain to people. */
public class SentenceException extends IOException implements Explained {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // exceptions are never serialized here
  private final List<Sentence> sentences;

  public SentenceException(Sentence sentence) {
    this(List.of(sentence));
  }

  public SentenceException(List<Sentence> sentences) {
    super(Sentence.text(sentences));
    this.sentences = List.copyOf(sentences);
  }

  public SentenceException(Sentence sentence, Throwable cause) {
    super(sentence.text(), cause);
    this.sentences = List.of(sentence);
  }

  /** Returns what to tell people. */
  public List<Sentence> sentences() {
    return sentences;
  }

  /** Returns its only sentence, or one with the message of all. */
  @Override
  public Sentence sentence() {
    return sentences.size() == 1
        ? sentences.get(0)
        : Sentence.of(FaultCode.OTHER_FAILURE, "reason", String.valueOf(getMessage()));
  }

  /** Returns the sentence of a failure: its own, its message, or at least its kind. */
  public static Sentence of(Throwable failure) {
    if (failure instanceof Explained known) {
      return known.sentence();
    }
    String message = failure.getMessage();
    return Sentence.of(
        FaultCode.OTHER_FAILURE,
        "reason",
        message == null ? failure.getClass().getSimpleName() : message);
  }
}
