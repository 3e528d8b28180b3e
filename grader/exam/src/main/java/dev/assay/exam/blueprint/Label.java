package dev.assay.exam.blueprint;

import dev.assay.report.checks.Components;
import java.util.Locale;

/**
 * A name for people in both languages.
 *
 * @param english not blank
 * @param korean not blank; the English one where none was given
 */
public record Label(String english, String korean) {
  /** Checks the names. */
  public Label {
    Components.text("label.english", english);
    Components.text("label.korean", korean);
  }

  /** Returns the name in a locale's language; in English where it is another one. */
  public String in(Locale locale) {
    return locale.getLanguage().equals(Locale.KOREAN.getLanguage()) ? korean : english;
  }
}
