package dev.assay.run.submissions.names;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name that a learning management system gives to a student's file or folder in a download.
 *
 * @param student the same for all that one student handed in
 * @param attempt sorts by time where a student handed in several times; empty where only the last
 *     is in a download
 * @param file the student's name of the file; empty where the name is a folder's
 */
public record LmsName(String student, String attempt, String file) {
  private static final DateTimeFormatter BRIGHTSPACE =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("MMM d, uuuu hmm a")
          .toFormatter(Locale.ENGLISH);

  private static final DateTimeFormatter BLACKBOARD =
      DateTimeFormatter.ofPattern("uuuu-MM-dd-HH-mm-ss", Locale.ROOT);

  private record Rule(Pattern pattern, Function<MatchResult, LmsName> name) {
    static Rule of(String pattern, Function<MatchResult, LmsName> name) {
      return new Rule(Pattern.compile(pattern, Pattern.DOTALL), name);
    }
  }

  /** Moodle, Blackboard, Brightspace: names that nobody else gives. */
  private static final List<Rule> CERTAIN =
      List.of(
          Rule.of(
              "(.+)_(\\d+)_assignsubmission_[a-z]+(?:_(.*))?",
              m -> new LmsName(m.group(1) + "_" + m.group(2), "", text(m.group(3)))),
          Rule.of(
              "(.+)_attempt_(\\d{4}(?:-\\d\\d){5})(?:_(.+)|(\\.txt))",
              m ->
                  new LmsName(
                      m.group(1), m.group(2), m.group(3) == null ? "attempt.txt" : m.group(3))),
          Rule.of(
              "(\\d+-\\d+ - .+?) - ([^-]*\\d{4}[^-]*?)(?: - (.+))?",
              m -> new LmsName(m.group(1), time(m.group(2)), text(m.group(3)))));

  /** Canvas: a file of a student's own may look the same. */
  private static final List<Rule> LIKELY =
      List.of(
          Rule.of(
              "(.+?)_(?:LATE_)?(\\d{2,})_(\\d{2,})_(.+)",
              m -> new LmsName(m.group(1) + "_" + m.group(2), "", m.group(4))));

  /** ILIAS and Sakai: folders that are a class's only together. */
  private static final Pattern FOLDER =
      Pattern.compile("[^_]+_[^_]+_[^_]+_\\d+|.+\\([^()]+\\)", Pattern.DOTALL);

  /**
   * When it was handed in, as the name says, on the clock of the learning management system; empty
   * where it does not say so in a way that is understood.
   */
  public Optional<LocalDateTime> handedIn() {
    for (DateTimeFormatter format : List.of(BLACKBOARD, DateTimeFormatter.ISO_LOCAL_DATE_TIME)) {
      try {
        return Optional.of(LocalDateTime.parse(attempt, format));
      } catch (DateTimeParseException e) {
        // The next format may fit.
      }
    }
    return Optional.empty();
  }

  /** A name that only one system gives. */
  public static Optional<LmsName> certain(String name) {
    return first(CERTAIN, name);
  }

  /** A file's name that Canvas gives. */
  public static Optional<LmsName> ofFile(String name) {
    return certain(name).or(() -> first(LIKELY, name));
  }

  /** Tells whether a folder may be a student's in a download of ILIAS or Sakai. */
  public static boolean isStudentsFolder(String name) {
    return FOLDER.matcher(name).matches();
  }

  private static Optional<LmsName> first(List<Rule> rules, String name) {
    for (Rule rule : rules) {
      Matcher matcher = rule.pattern().matcher(name);
      if (matcher.matches()) {
        return Optional.of(rule.name().apply(matcher.toMatchResult()));
      }
    }
    return Optional.empty();
  }

  private static String text(@Nullable String group) {
    return Objects.requireNonNullElse(group, "");
  }

  private static String time(String text) {
    try {
      return LocalDateTime.parse(text.strip(), BRIGHTSPACE).toString();
    } catch (DateTimeParseException e) {
      // In another language: the order of the names decides.
      return text;
    }
  }
}
