package dev.assay.run.submissions;

import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Sentences about what was guessed while a hand-in was read. */
final class Assumptions {
  private static final int MOST = 20;
  private static final int LONGEST = 300;

  private final Set<Sentence> sentences = new LinkedHashSet<>();

  /** Adds a sentence; names in it may be as bad as somebody wants them. */
  void add(Sentence sentence) {
    sentences.add(show(sentence));
  }

  List<Sentence> all() {
    List<Sentence> shown = new ArrayList<>(sentences.stream().limit(MOST).toList());
    if (sentences.size() > MOST) {
      shown.add(Sentence.of(NoteCode.LEFT_OUT_MORE, "count", sentences.size() - MOST));
    }
    return shown;
  }

  /** The sentence with its texts as they may be printed. */
  private static Sentence show(Sentence sentence) {
    Map<String, Object> arguments = new TreeMap<>(sentence.arguments());
    arguments.replaceAll((name, value) -> value instanceof String text ? show(text) : value);
    return new Sentence(sentence.code(), arguments);
  }

  /** A text without what a terminal would obey, cut where it is long. */
  static String show(String text) {
    String plain = text.replaceAll("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]", "?");
    int end =
        plain.offsetByCodePoints(0, Math.min(LONGEST, plain.codePointCount(0, plain.length())));
    return end == plain.length() ? plain : plain.substring(0, end) + " ...";
  }
}
