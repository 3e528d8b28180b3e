package dev.assay.batch;

import dev.assay.run.grading.ResultPlace;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A run's folder as a batch uses it, alone or beside other graders. */
public interface Sharing extends ResultPlace, Closeable {
  /** Returns whether the plan is still the one that the batch began with. */
  boolean isPlanned() throws IOException;

  /** The outcome of a claim. */
  enum Claim {
    /** The submission is this grader's. */
    TAKEN,
    /** Another grader holds it now. */
    HELD,
    /** Another grader, which is still at work, has finished it. */
    DONE
  }

  /** Tries to claim a submission. */
  Claim take(String submission) throws IOException;

  /**
   * Shows files of a submission to others while it is being graded.
   *
   * @param files names in the submission's folder; those that do not exist are left out
   */
  void announce(String submission, List<String> files) throws IOException;

  /** Puts the files of a submission in their place once all its gradings are there. */
  void finish(String submission) throws IOException;

  /** Removes what is left of a submission that another grader has taken over. */
  void drop(String submission) throws IOException;

  /** A folder of which the batch is the only writer. */
  static Sharing alone(Path run, Closeable claim) {
    ResultPlace place = ResultPlace.in(run);
    return new Sharing() {
      @Override
      public Path run() {
        return place.run();
      }

      @Override
      public Path work() {
        return place.work();
      }

      @Override
      public void commit(String submission, String problem) throws IOException {
        place.commit(submission, problem);
      }

      @Override
      public boolean isPlanned() {
        return true;
      }

      @Override
      public Claim take(String submission) {
        return Claim.TAKEN;
      }

      @Override
      public void announce(String submission, List<String> files) {
        // It is in its place.
      }

      @Override
      public void finish(String submission) {
        // It is in its place.
      }

      @Override
      public void drop(String submission) {
        // Nobody takes it over.
      }

      @Override
      public void close() throws IOException {
        claim.close();
      }
    };
  }
}
