package dev.assay.run.submissions;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Sentences about what was guessed while a hand-in was read. */
final class Assumptions {
  private static final int MOST = 20;
  private static final int LONGEST = 300;

  private final Set<String> sentences = new LinkedHashSet<>();

  /** Adds a sentence; names in it may be as bad as somebody wants them. */
  void add(String sentence) {
    sentences.add(show(sentence));
  }

  List<String> all() {
    List<String> shown = new ArrayList<>(sentences.stream().limit(MOST).toList());
    if (sentences.size() > MOST) {
      shown.add(
          String.format(Locale.ROOT, "%d more such notes were left out.", sentences.size() - MOST));
    }
    return shown;
  }

  /** A text without what a terminal would obey, cut where it is long. */
  static String show(String text) {
    String plain = text.replaceAll("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]", "?");
    int end =
        plain.offsetByCodePoints(0, Math.min(LONGEST, plain.codePointCount(0, plain.length())));
    return end == plain.length() ? plain : plain.substring(0, end) + " ...";
  }
}
