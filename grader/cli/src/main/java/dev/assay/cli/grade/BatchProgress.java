package dev.assay.cli.grade;

import dev.assay.findings.Catalogue;
import dev.assay.findings.TerminalCode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The progress of a batch and an estimate of the remaining time: {@code 12 of 60, about 3 min
 * left}.
 *
 * <p>Counts submissions or, if there is only one, its answers. A batch of one has no progress.
 */
final class BatchProgress {
  private final Catalogue texts;
  private final Duration interval;
  private final LongSupplier nanos;
  private boolean countsAnswers;
  private int total;
  private int done;
  private int graded;
  private long start;
  private long said;

  /**
   * The progress of a batch that has not begun.
   *
   * @param texts the language
   * @param interval the least time between two lines, and before the first
   * @param nanos the clock, as {@link System#nanoTime}
   */
  BatchProgress(Catalogue texts, Duration interval, LongSupplier nanos) {
    this.texts = texts;
    this.interval = interval;
    this.nanos = nanos;
  }

  /** Starts the clock at the beginning of the batch. */
  synchronized void submissions(int count) {
    countsAnswers = count == 1;
    total = count;
    start = nanos.getAsLong();
    said = start;
  }

  /** Records that another submission was compiled, and how many answers it has. */
  synchronized void answers(int count) {
    if (countsAnswers) {
      total = count;
    }
  }

  /**
   * Records that another submission is finished.
   *
   * @param kept whether it took no time, as all its results are those of an earlier run
   * @return the line to show, or empty when the last one is not old enough
   */
  synchronized Optional<String> submissionDone(boolean kept) {
    return countsAnswers ? Optional.empty() : next(kept);
  }

  /** Like {@link #submissionDone}, but for one answer. */
  synchronized Optional<String> answerDone(boolean kept) {
    return countsAnswers ? next(kept) : Optional.empty();
  }

  private Optional<String> next(boolean kept) {
    done++;
    graded += kept ? 0 : 1;
    long now = nanos.getAsLong();
    if (done >= total || now - said < interval.toNanos()) {
      return Optional.empty();
    }
    said = now;
    return Optional.of(line(now));
  }

  /** Returns how much is done, and how long the rest takes. */
  synchronized String now() {
    return line(nanos.getAsLong());
  }

  private String line(long now) {
    return graded == 0
        ? texts.say(TerminalCode.PROGRESS, "done", done, "total", total)
        : texts.say(
            TerminalCode.PROGRESS_LEFT, "done", done, "total", total, "time", left(now - start));
  }

  private String left(long elapsed) {
    double seconds = elapsed / 1e9 / graded * (total - done);
    long minutes = Math.round(seconds / 60);
    if (seconds <= 50) {
      return (long) (10 * Math.max(1, Math.ceil(seconds / 10))) + " s";
    }
    if (minutes < 60) {
      return Math.max(1, minutes) + " min";
    }
    long tens = minutes % 60 / 10;
    return minutes / 60 + " h " + 10 * tens + " min";
  }
}
