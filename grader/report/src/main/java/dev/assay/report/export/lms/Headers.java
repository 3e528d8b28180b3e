package dev.assay.report.export.lms;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads headers of files. */
final class Headers {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)?");

  private Headers() {}

  /** Returns the first column with a header that matches, in whatever case. */
  static Optional<Integer> column(List<String> header, String pattern) {
    Pattern wanted = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    return IntStream.range(0, header.size())
        .filter(column -> wanted.matcher(header.get(column).strip()).matches())
        .boxed()
        .findFirst();
  }

  /** Returns a text as a number; empty where it is none. */
  static Optional<Double> number(String text) {
    Matcher number = NUMBER.matcher(text.strip());
    return number.matches()
        ? Optional.of(Double.valueOf(number.group().replace(',', '.')))
        : Optional.empty();
  }

  /** Returns the first number that a pattern's group finds. */
  static Optional<Double> number(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? number(found.group(1)) : Optional.empty();
  }
}
