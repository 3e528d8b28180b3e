package dev.assay.findings;

import java.io.IOException;
import java.util.List;

/** A failure of input or output that sentences of the catalogue explain to people. */
public class SentenceException extends IOException {
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

  /** What to tell people. */
  public List<Sentence> sentences() {
    return sentences;
  }

  /** What to tell people of a failure: its own sentence, or its message as it is. */
  public static Sentence of(Throwable failure) {
    return failure instanceof SentenceException known && known.sentences.size() == 1
        ? known.sentences.get(0)
        : Sentence.of(FaultCode.OTHER_FAILURE, "reason", String.valueOf(failure.getMessage()));
  }
}
