package dev.assay.findings;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing the grader noticed about an answer.
 *
 * @param code what it is
 * @param severity how much it matters here
 * @param arguments as in {@link Sentence}
 */
public record Finding(FindingCode code, Severity severity, Map<String, Object> arguments) {
  /** The number of members of an ensemble that show the finding; beside {@link #MEMBERS}. */
  static final String SHARED_BY = "sharedBy";

  /** The number of members of the ensemble. */
  static final String MEMBERS = "members";

  /** The number of further places in the answer that the finding holds for. */
  static final String MORE = "more";

  /** The longest message, in characters: it may quote what a candidate has written. */
  private static final int MAX_TEXT = 2000;

  /**
   * Checks and copies the components.
   *
   * @throws IllegalArgumentException if an argument that the text needs is missing, or is of a type
   *     that a {@link Sentence} does not take
   */
  public Finding {
    Objects.requireNonNull(severity, "severity");
    arguments = Sentence.Arguments.checked(code, arguments);
  }

  /**
   * A finding of its code's usual severity.
   *
   * @param pairs names and values in turn
   */
  public static Finding of(FindingCode code, Object... pairs) {
    return new Finding(code, code.severity(), Sentence.Arguments.of(pairs));
  }

  /** The same finding with another severity. */
  public Finding as(Severity other) {
    return new Finding(code, other, arguments);
  }

  /** The same finding, which so many members of an ensemble share. */
  public Finding sharedBy(int count, int members) {
    return new Finding(
        code, severity, Sentence.Arguments.and(arguments, SHARED_BY, count, MEMBERS, members));
  }

  /** The same finding, which holds for so many more places. */
  public Finding andMore(int places) {
    return new Finding(code, severity, Sentence.Arguments.and(arguments, MORE, places));
  }

  /** Returns the message in English. */
  public String message() {
    return message(Catalogue.english());
  }

  /** Returns the message in the catalogue's language, cut after 2000 characters. */
  public String message(Catalogue catalogue) {
    return Sentence.cut(catalogue.message(this), MAX_TEXT);
  }

  /** The next step, in English; null where there is nothing to do. */
  public @Nullable String advice() {
    return advice(Catalogue.english());
  }

  /** The next step, in the catalogue's language; null where there is nothing to do. */
  public @Nullable String advice(Catalogue catalogue) {
    return catalogue.advice(this);
  }

  /** A line of Java to try, or a part of one; null where there is none. */
  public @Nullable String snippet() {
    return Catalogue.english().snippet(this);
  }
}
