package dev.assay.similarity.choices;

/**
 * What somebody chose who wrote an answer.
 *
 * <p>A kind's prior is the number of answers beyond the class in which such a choice is imagined to
 * be missing: two people rarely write the same sentence, however small their class is, but numbers
 * repeat themselves.
 */
public enum ChoiceKind {
  /** A comment. */
  COMMENT(400, Layer.WORDS),
  /** A text between quotation marks. */
  TEXT(100, Layer.WORDS),
  /** The name of a class, method or variable. */
  NAME(100, Layer.NAMES),
  /** A number in its role. */
  NUMBER(0, Layer.NUMBERS),
  /** About the same number in its role. */
  NEAR_NUMBER(0, Layer.NUMBERS),
  /** The form of a statement, a call or a method, whatever its names and numbers are. */
  FORM(0, Layer.CODE),
  /** The form of code that nothing uses. */
  DEAD_CODE(50, Layer.CODE),
  /** A whole file, byte for byte. */
  FILE(400, Layer.FILES),
  /** When a file was changed, to two seconds, as zips say. */
  DATE(400, Layer.DATES),
  /** The model's graph. */
  GRAPH(0, Layer.MODELS),
  /** How the model is trained. */
  PLAN(0, Layer.MODELS);

  /** Choices of one layer that cover the same text are one choice. */
  public enum Layer {
    WORDS,
    NAMES,
    NUMBERS,
    CODE,
    FILES,
    DATES,
    MODELS
  }

  private final int prior;
  private final Layer layer;

  ChoiceKind(int prior, Layer layer) {
    this.prior = prior;
    this.layer = layer;
  }

  /** Answers beyond the class that are imagined to be without such a choice. */
  public int prior() {
    return prior;
  }

  /** Which other kinds it may repeat. */
  public Layer layer() {
    return layer;
  }
}
