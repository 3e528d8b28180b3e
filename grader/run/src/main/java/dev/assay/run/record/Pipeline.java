package dev.assay.run.record;

import dev.assay.run.grading.GraderException;
import dev.assay.run.jobs.ProcessVerdicts;
import dev.assay.run.record.Ending.GraderError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A grading between two stages: the record of the last one, or the end.
 *
 * <p>Each stage is given what the one before returned. One that stops, or fails, ends the grading
 * with what was known by then; those after it are not run.
 *
 * @param clock times the stages
 * @param last null once the grading has ended
 * @param ending null until then
 * @param <S> the type of the last stage's record
 */
public record Pipeline<S extends StageRecord>(
    Stopwatch clock, @Nullable S last, @Nullable Ending ending) {
  /**
   * A stage.
   *
   * @param <S> what it is given
   * @param <R> what it returns
   */
  @FunctionalInterface
  public interface Work<S extends StageRecord, R extends StageRecord> {
    Step<R> run(S before) throws InterruptedException;
  }

  public static <S extends StageRecord> Pipeline<S> begin(Stopwatch clock, S first) {
    return new Pipeline<>(clock, first, null);
  }

  /** Runs a stage under the name that its time is reported with. */
  public <R extends StageRecord> Pipeline<R> then(String name, Work<S, R> work)
      throws InterruptedException {
    return then(before -> clock.time(name, () -> work.run(before)));
  }

  /** Runs a stage that times itself. */
  public <R extends StageRecord> Pipeline<R> then(Work<S, R> work) throws InterruptedException {
    if (last == null) {
      return new Pipeline<>(clock, null, ending);
    }
    try {
      Step<R> step = work.run(last);
      if (step instanceof Step.Done<R> done) {
        return new Pipeline<>(clock, done.value(), null);
      }
      Step.Ended<R> ended = (Step.Ended<R>) step;
      return ended(
          Ending.of(ended.known() == null ? last.progress() : ended.known(), ended.stop()));
    } catch (GraderException e) {
      return ended(new GraderError(last.progress(), e.reasons()));
    } catch (RuntimeException | StackOverflowError e) {
      // What is known by now may be what the grader failed on.
      return ended(
          new GraderError(last.progress().withoutModel(), List.of(ProcessVerdicts.ofGrader(e))));
    }
  }

  private <R extends StageRecord> Pipeline<R> ended(Ending end) {
    return new Pipeline<>(clock, null, end);
  }
}
