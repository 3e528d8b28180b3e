package dev.assay.report.export.lms;

import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.Student;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names and numbers by which a learning platform may know a student. */
final class Names {
  /** Downloads of Canvas and Moodle name submissions after the student and a number of theirs. */
  private static final Pattern NUMBERED = Pattern.compile(".+_(\\d+)", Pattern.DOTALL);

  private Names() {}

  /** Makes names comparable: composed characters, single blanks, small letters. */
  static String normal(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC)
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }

  private static Stream<String> known(@Nullable String... names) {
    return Stream.of(names).filter(Objects::nonNull).map(Objects::requireNonNull);
  }

  static Stream<String> sisIds(GradebookRow row) {
    return known(row.student().sisId(), row.student().id());
  }

  static Stream<String> logins(GradebookRow row) {
    return known(row.student().login(), row.student().email(), row.student().id());
  }

  static Stream<String> emails(GradebookRow row) {
    return known(row.student().email(), row.student().login(), row.student().id());
  }

  /** The number that a platform put into the name of a submission. */
  static Stream<String> numbers(GradebookRow row) {
    return Stream.concat(row.submissions().stream(), Stream.of(row.student().id()))
        .map(NUMBERED::matcher)
        .filter(Matcher::matches)
        .map(match -> match.group(1));
  }

  /** A student's full name, in both orders. */
  static Stream<String> names(GradebookRow row) {
    Student student = row.student();
    Stream<String> names = known(student.name(), student.id());
    if (student.firstName() == null || student.lastName() == null) {
      return names;
    }
    return Stream.concat(
        names,
        Stream.of(
            student.firstName() + " " + student.lastName(),
            student.lastName() + ", " + student.firstName(),
            student.lastName() + " " + student.firstName()));
  }
}
