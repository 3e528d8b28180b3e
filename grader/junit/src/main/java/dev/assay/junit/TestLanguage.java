package dev.assay.junit;

import dev.assay.findings.Catalogue;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Chooses the language of what tests say. */
final class TestLanguage {
  private static final String PROPERTY = "assay.lang";

  private TestLanguage() {}

  /**
   * The texts in the language that the system property {@code assay.lang} names, else in that of
   * the environment, as for {@code assay grade}.
   */
  static Catalogue current() {
    return of(System.getProperty(PROPERTY, ""), System.getenv(), Locale.getDefault());
  }

  /** Java takes the locale from the variables only where the system has that locale's files. */
  static Catalogue of(String named, Map<String, String> variables, Locale system) {
    return Stream.concat(
            Stream.of(named),
            Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> variables.getOrDefault(name, "")))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .map(value -> Locale.forLanguageTag(value.replaceFirst("[_.@].*", "")))
        .map(Catalogue::of)
        .orElseGet(() -> Catalogue.of(system));
  }
}
