package dev.assay.run.grading;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Where submissions are graded, and where their results go when they are finished.
 *
 * <p>The two are one folder where a single grader writes to a run, and two where several do: what
 * one of them has half done is then never seen by another.
 */
public interface ResultPlace {
  /** The run's folder: results are at {@code <submission>/<problem>/result.json}. */
  Path run();

  /** The folder in which submissions are compiled and graded, each in one of its own. */
  Path work();

  /**
   * Puts the files of a finished grading in their place, all at once.
   *
   * @throws ClaimLostException if another grader has taken the submission over
   * @throws IOException if they cannot be moved; the earlier ones then stay
   */
  void commit(String submission, String problem) throws IOException;

  /** A run's folder of which one grader is the only writer. */
  static ResultPlace in(Path run) {
    return new ResultPlace() {
      @Override
      public Path run() {
        return run;
      }

      @Override
      public Path work() {
        return run;
      }

      @Override
      public void commit(String submission, String problem) {
        // It was written where it belongs.
      }
    };
  }
}
