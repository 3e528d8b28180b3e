package dev.assay.findings;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The texts of all codes in one language: a properties file in UTF-8 beside this class.
 *
 * <p>A finding's code has the keys {@code CODE.message}, {@code CODE.advice} (a next step, which
 * may be missing) and {@code CODE.snippet} (a line of Java to try, which may be missing), and for
 * its page {@code CODE.meaning} and {@code CODE.example}; every other code has one key, its name.
 * Texts are templates, as {@link Template} reads them.
 */
public final class Catalogue {
  private static final Catalogue ENGLISH = load("texts.properties");

  /** Read only where it is needed: most processes of a grading never show a text in Korean. */
  private static final class Korean {
    static final Catalogue TEXTS = load("texts_ko.properties");
  }

  private final Properties texts;
  private final Map<String, Template> templates = new ConcurrentHashMap<>();

  private Catalogue(Properties texts) {
    this.texts = texts;
  }

  /** The texts in English. */
  public static Catalogue english() {
    return ENGLISH;
  }

  /** The texts in Korean. */
  public static Catalogue korean() {
    return Korean.TEXTS;
  }

  /** The texts in a locale's language; in English where there are none. */
  public static Catalogue of(Locale locale) {
    return locale.getLanguage().equals(Locale.KOREAN.getLanguage()) ? korean() : ENGLISH;
  }

  private static Catalogue load(String file) {
    Properties texts = new Properties();
    try (InputStream in = Objects.requireNonNull(Catalogue.class.getResourceAsStream(file), file)) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Catalogue(texts);
  }

  /**
   * Returns the text of a code.
   *
   * @param pairs names and values in turn
   * @throws IllegalArgumentException as {@link Sentence}
   */
  public String say(TextCode code, Object... pairs) {
    return Sentence.of(code, pairs).text(this);
  }

  /** Returns the text of a sentence; for a finding's code its message and its advice. */
  String text(Sentence sentence) {
    TextCode code = TextCodes.of(sentence.code());
    if (code instanceof FindingCode found) {
      Finding finding = new Finding(found, found.severity(), sentence.arguments());
      String advice = advice(finding);
      return advice == null ? message(finding) : message(finding) + " " + advice;
    }
    return template(code.name()).fill(sentence.arguments(), this);
  }

  String message(Finding finding) {
    Map<String, Object> arguments = finding.arguments();
    String message = template(finding.code() + ".message").fill(arguments, this);
    if (arguments.containsKey(Finding.SHARED_BY)) {
      message =
          template("SHARED_BY_MEMBERS")
              .fill(Sentence.Arguments.and(arguments, "finding", message), this);
    }
    return arguments.containsKey(Finding.MORE)
        ? template("MORE_OF_THIS_KIND")
            .fill(Sentence.Arguments.and(arguments, "finding", message), this)
        : message;
  }

  @Nullable String advice(Finding finding) {
    String key = finding.code() + ".advice";
    return texts.containsKey(key) ? template(key).fill(finding.arguments(), this) : null;
  }

  @Nullable String snippet(Finding finding) {
    String key = finding.code() + ".snippet";
    return texts.containsKey(key) ? template(key).fill(finding.arguments(), this) : null;
  }

  /** The names of the arguments that a code's texts need. */
  Set<String> names(TextCode code) {
    if (!(code instanceof FindingCode)) {
      return template(code.name()).names();
    }
    Set<String> names = new TreeSet<>(template(code.name() + ".message").names());
    for (String part : List.of(".advice", ".snippet")) {
      if (texts.containsKey(code.name() + part)) {
        names.addAll(template(code.name() + part).names());
      }
    }
    return names;
  }

  /** The plain text of a key of a page; null where there is none. */
  public @Nullable String page(String key) {
    return texts.getProperty(key);
  }

  /** All keys, sorted. */
  Set<String> keys() {
    return new TreeSet<>(texts.stringPropertyNames());
  }

  /** The template of a key; a missing one is an error of ours that no test may let pass. */
  Template template(String key) {
    return templates.computeIfAbsent(
        key,
        missing ->
            Template.parse(
                Objects.requireNonNull(texts.getProperty(missing), "no text for " + missing)));
  }

  /** All codes by their names. */
  static final class TextCodes {
    private static final Map<String, TextCode> BY_NAME =
        all().collect(Collectors.toUnmodifiableMap(TextCode::name, Function.identity()));

    private TextCodes() {}

    /** All codes, in the order of their declaration. */
    static Stream<TextCode> all() {
      return Stream.of(
              FindingCode.values(),
              VerdictCode.values(),
              FaultCode.values(),
              NoteCode.values(),
              HintCode.values(),
              DataCode.values(),
              TerminalCode.values(),
              ExportCode.values(),
              PageCode.values())
          .flatMap(Stream::of);
    }

    /**
     * Looks a code up.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    static TextCode of(String name) {
      TextCode code = BY_NAME.get(name);
      if (code == null) {
        throw new IllegalArgumentException("There is no text with the code %s.".formatted(name));
      }
      return code;
    }
  }
}
