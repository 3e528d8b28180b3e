package dev.assay.similarity.choices;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the comments of a source, as the grammar of Java has them. */
final class Comments {
  /**
   * Texts first, so that a comment's signs within them begin none; runs of line comments are one.
   */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"\"\"(?:[^\\\\\"]|\\\\.|\"(?!\"\"))*+\"\"\""
              + "|\"(?:[^\\\\\"\\n]|\\\\.)*+\"|'(?:[^\\\\'\\n]|\\\\.)*+'"
              + "|(?<comment>//[^\\n]*+(?:\\n[ \\t\\r]*+//[^\\n]*+)*+|/\\*(?:[^*]|\\*(?!/))*+\\*/)",
          Pattern.DOTALL);

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /**
   * A comment.
   *
   * @param start its first character
   * @param end the character after its last
   * @param words in lower case
   * @param shown its words as they are
   */
  record Comment(int start, int end, List<String> words, String shown) {}

  private Comments() {}

  /** All comments that have words. */
  static List<Comment> of(String text) {
    List<Comment> comments = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      String comment = matcher.group("comment");
      if (comment != null) {
        String plain = comment.replaceAll("(?m)^[ \\t]*(?:/\\*+|\\*+/?|//+)|\\*+/$", " ");
        List<String> words =
            Arrays.stream(NO_WORD.split(plain.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
        if (!words.isEmpty()) {
          String shown = plain.strip().replaceAll("\\s+", " ");
          comments.add(new Comment(matcher.start(), matcher.end(), words, shown));
        }
      }
    }
    return comments;
  }
}
