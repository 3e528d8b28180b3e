package dev.assay.run.jobs;

import dev.assay.run.processes.Outcome;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where TensorFlow's native code ended a process that ran a model.
 *
 * <p>A machine's fault ends processes anywhere. One that ends twice at the same place of TensorFlow
 * was led there by the model: a kernel was given a size, an index or an attribute that it does not
 * look at before it uses it.
 */
final class NativeCrash {
  /** Java's report of a signal; a place in another library says nothing about the model. */
  private static final Pattern SIGNAL =
      Pattern.compile(
          "(SIG[A-Z]+) \\(0x.*?\\n# C +\\[(lib[a-z]*tensorflow[^+\\]]*\\+0x\\w+)\\]",
          Pattern.DOTALL);

  /** TensorFlow's own words, and those of the C and C++ libraries, before they abort. */
  private static final Pattern ABORT =
      Pattern.compile(
          "(?: F [\\w./]+:\\d+\\] |terminate called |double free |free\\(\\): |malloc\\(\\): |corrupted ).*");

  private static final int MAX_TEXT = 200;

  private NativeCrash() {}

  /**
   * The place that two processes with the same job ended at.
   *
   * @return for people; empty where one ended otherwise, or elsewhere
   */
  static Optional<String> common(Outcome first, Outcome second) {
    Optional<String> place = place(first);
    return place.isPresent() && place.equals(place(second)) ? place : Optional.empty();
  }

  private static Optional<String> place(Outcome outcome) {
    return outcome instanceof Outcome.Died died
        ? Stream.of(signal(died.output()), abort(died.output()))
            .flatMap(Optional::stream)
            .findFirst()
        : Optional.empty();
  }

  private static Optional<String> signal(String output) {
    Matcher matcher = SIGNAL.matcher(output);
    return matcher.find()
        ? Optional.of("%s in %s".formatted(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  private static Optional<String> abort(String output) {
    Matcher matcher = ABORT.matcher(output);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String words = matcher.group().replaceFirst("^ F ", "");
    return Optional.of(words.substring(0, Math.min(MAX_TEXT, words.length())));
  }
}
