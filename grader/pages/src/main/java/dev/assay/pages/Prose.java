package dev.assay.pages;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a sentence: words, or code between backticks.
 *
 * @param text without the backticks
 * @param code whether it is code
 */
public record Prose(String text, boolean code) {
  /** Splits a sentence at its backticks; one without a partner stays as it is. */
  public static List<Prose> of(String sentence) {
    String[] parts = sentence.split("`", -1);
    if (parts.length % 2 == 0) {
      return List.of(new Prose(sentence, false));
    }
    List<Prose> stretches = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      if (!parts[i].isEmpty()) {
        stretches.add(new Prose(parts[i], i % 2 == 1));
      }
    }
    return stretches;
  }
}
