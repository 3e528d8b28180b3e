package dev.assay.run.jobs;

import dev.assay.protocol.Message;
import dev.assay.run.grading.Stop;
import dev.assay.run.processes.Outcome;
import dev.assay.run.processes.Role;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a job ended, and what there is to report of its processes.
 *
 * @param outcome how the last of its processes ended
 * @param processes all of them
 * @param crash the place of TensorFlow at which both processes of the job ended, for people; null
 *     where they did not
 */
public record JobOutcome(Outcome outcome, Processes processes, @Nullable String crash) {
  /** The answer, where it is one of this type. */
  public <M extends Message> Optional<M> answer(Class<M> type) {
    return outcome instanceof Outcome.Answered answered && type.isInstance(answered.message())
        ? Optional.of(type.cast(answered.message()))
        : Optional.empty();
  }

  /**
   * The verdict on a job that gave no such answer.
   *
   * @param verdict interprets the end, where it was no crash that happened twice
   */
  public Stop stop(Role role, Function<Outcome, Stop> verdict) {
    return crash == null ? verdict.apply(outcome) : ProcessVerdicts.ofKernel(role, crash);
  }
}
