package dev.assay.report.text;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The parts of a record's text that another one does not have. */
public final class Differences {
  private static final Pattern FIELD = Pattern.compile("\\w+=[^,\\[\\]]+(?=[,\\]])");

  private Differences() {}

  /**
   * The fields that differ, such as {@code Adam: learningRate=0.01}; the whole text where it is of
   * another kind or has no fields.
   */
  public static String of(String text, String other) {
    String kind = kind(text);
    if (kind.isEmpty() || !kind.equals(kind(other))) {
      return text;
    }
    List<String> theirs = fields(other);
    List<String> own = fields(text).stream().filter(field -> !theirs.contains(field)).toList();
    return own.isEmpty() ? text : kind + ": " + String.join(", ", own);
  }

  private static String kind(String text) {
    return text.indexOf('[') > 0 ? text.substring(0, text.indexOf('[')) : "";
  }

  private static List<String> fields(String text) {
    return FIELD.matcher(text).results().map(MatchResult::group).toList();
  }
}
