package dev.assay.cli.terminal;

import dev.assay.findings.Catalogue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A language that Assay speaks. */
public enum Language {
  EN(Locale.ENGLISH),
  KO(Locale.KOREAN);

  /** The option that chooses one. */
  public static final String OPTION = "--lang";

  private static final String ASSIGNED = OPTION + "=";

  /** The command whose arguments may be another program's. */
  private static final String RUN = "run";

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** Returns the language of a locale; English where Assay does not speak it. */
  public static Language of(Locale locale) {
    return Arrays.stream(values())
        .filter(language -> language.locale.getLanguage().equals(locale.getLanguage()))
        .findFirst()
        .orElse(EN);
  }

  /**
   * Returns the language that an environment asks for.
   *
   * <p>Java takes the locale from the variables only where the system has that locale's files,
   * which a container rarely has.
   *
   * @param variables of the environment; the first of LC_ALL, LC_MESSAGES and LANG that is set
   *     counts
   * @param system the locale where none is set
   */
  public static Language of(Map<String, String> variables, Locale system) {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .map(name -> variables.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .map(value -> of(Locale.forLanguageTag(value.replaceFirst("[_.@].*", ""))))
        .orElseGet(() -> of(system));
  }

  /**
   * Returns the language that a command line asks for.
   *
   * <p>Help and complaints are in it too, so it is looked for before the command line is parsed. A
   * value that is no language is left to the parser.
   *
   * @param usual the language where none is asked for
   */
  public static Language asked(Language usual, String... arguments) {
    List<String> given = Arrays.asList(arguments);
    for (int i = 0; i < given.size() && !endsOptions(given, i); i++) {
      String argument = given.get(i);
      if (argument.startsWith(ASSIGNED)) {
        return named(argument.substring(ASSIGNED.length())).orElse(usual);
      }
      if (argument.equals(OPTION) && i + 1 < given.size()) {
        return named(given.get(i + 1)).orElse(usual);
      }
    }
    return usual;
  }

  private static boolean endsOptions(List<String> given, int index) {
    boolean ofProgram = index > 0 && given.get(0).equals(RUN) && !given.get(index).startsWith("-");
    return ofProgram || given.get(index).equals("--");
  }

  private static Optional<Language> named(String name) {
    return Arrays.stream(values())
        .filter(language -> language.name().equalsIgnoreCase(name))
        .findFirst();
  }

  /** Returns the locale of the language alone, for texts that are found by one. */
  public Locale locale() {
    return locale;
  }

  /** Returns what Assay says in the language. */
  public Catalogue texts() {
    return Catalogue.of(locale);
  }
}
