package dev.assay.bench;

import java.util.List;

/**
 * What a program says when it has trained: one line of JSON.
 *
 * @param version of the library
 * @param seconds of each epoch, in order
 * @param loss on the training set in the last epoch or after it
 * @param accuracy on the training set in the last epoch or after it, in [0, 1]
 * @param residentBytes the most memory that the process held; 0 where the system does not tell
 */
public record Outcome(
    String version, List<Double> seconds, double loss, double accuracy, long residentBytes) {
  public Outcome {
    seconds = List.copyOf(seconds);
    if (seconds.isEmpty() || seconds.stream().anyMatch(s -> !Double.isFinite(s) || s <= 0)) {
      throw new IllegalArgumentException(
          "seconds must be positive, one for each epoch. Received: " + seconds);
    }
    if (!(accuracy >= 0 && accuracy <= 1)) {
      throw new IllegalArgumentException("accuracy must be in [0, 1]. Received: " + accuracy);
    }
  }

  /**
   * The first epoch, with all that a library does once: compiling, and building where it is told.
   */
  public double first() {
    return seconds.get(0);
  }

  /** The median of the epochs after the first; the first itself where there is no other. */
  public double steady() {
    return Median.of(seconds.size() == 1 ? seconds : seconds.subList(1, seconds.size()));
  }

  /** That many epochs from a standing start: the first, and all others as fast as the median. */
  public double standingStart(int epochs) {
    return first() + (epochs - 1) * steady();
  }

  /** One line of JSON. */
  public String toJson() {
    return Json.write(this);
  }

  /**
   * Finds the outcome in what a program printed: its last line that may be one. Native libraries
   * print on the same stream.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Outcome in(List<String> lines) {
    String last = "";
    for (String line : lines) {
      if (line.startsWith("{")) {
        last = line;
      }
    }
    if (last.isEmpty()) {
      throw new IllegalArgumentException("it printed no outcome");
    }
    return Json.read(last, Outcome.class);
  }
}
