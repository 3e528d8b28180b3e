package dev.assay.report;

import dev.assay.findings.Catalogue;
import dev.assay.findings.Sentence;
import java.util.Map;

/**
 * A sentence as it stands in JSON: what to say, and beside it the English text for readers without
 * a catalogue. The text is made anew when it is read.
 *
 * @param code of the catalogue of texts
 * @param arguments as in {@link Sentence}
 * @param message the text in English
 */
public record SentenceLine(String code, Map<String, Object> arguments, String message) {
  /**
   * Checks the code and copies the arguments.
   *
   * @throws IllegalArgumentException if there is no such code, or an argument is missing
   */
  public SentenceLine {
    Sentence sentence = new Sentence(code, arguments);
    arguments = sentence.arguments();
    message = sentence.text();
  }

  /** The text in the catalogue's language. */
  public String text(Catalogue texts) {
    return new Sentence(code, arguments).text(texts);
  }

  /** The line of a sentence. */
  public static SentenceLine of(Sentence sentence) {
    return new SentenceLine(sentence.code(), sentence.arguments(), "");
  }
}
