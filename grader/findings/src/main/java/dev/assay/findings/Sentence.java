package dev.assay.findings;

import java.util.List;
import java.util.Map;

/**
 * Something to say to people, as data: which text, and what fills its gaps.
 *
 * @param code the name of a {@link TextCode}
 * @param arguments by name: strings, whole numbers (Long), other finite numbers (Double), further
 *     sentences, and lists of these
 */
public record Sentence(String code, Map<String, Object> arguments) {
  /** The longest text, in characters: it may quote what a candidate has written. */
  private static final int MAX_TEXT = 8000;

  /**
   * Checks the code and copies the arguments, sorted by name.
   *
   * @throws IllegalArgumentException if there is no such code, an argument that its text needs is
   *     missing, or an argument is of another type
   */
  public Sentence {
    arguments = Arguments.checked(Catalogue.TextCodes.of(code), arguments);
  }

  /**
   * A sentence with its arguments.
   *
   * @param pairs names and values in turn: {@code "epoch", 3, "limit", 60}
   * @throws IllegalArgumentException as the constructor, or if the pairs are no pairs
   */
  public static Sentence of(TextCode code, Object... pairs) {
    return new Sentence(code.name(), Arguments.of(pairs));
  }

  /** The sentence of a finding: its message and its advice. */
  public static Sentence of(Finding finding) {
    return new Sentence(finding.code().name(), finding.arguments());
  }

  /** The text in English, cut where it is longer than 8000 characters. */
  public String text() {
    return text(Catalogue.english());
  }

  /** The text in the catalogue's language, cut where it is longer than 8000 characters. */
  public String text(Catalogue catalogue) {
    return cut(catalogue.text(this), MAX_TEXT);
  }

  /** Several texts in English, one after the other. */
  public static String text(List<Sentence> sentences) {
    return text(sentences, Catalogue.english());
  }

  /** Several texts in the catalogue's language, one after the other. */
  public static String text(List<Sentence> sentences, Catalogue catalogue) {
    StringBuilder text = new StringBuilder();
    for (Sentence sentence : sentences) {
      boolean newLine = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
      text.append(newLine ? "" : " ").append(sentence.text(catalogue));
    }
    return cut(text.toString(), MAX_TEXT);
  }

  static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + " ...";
  }

  /** The text in English. */
  @Override
  public String toString() {
    return text();
  }
}
