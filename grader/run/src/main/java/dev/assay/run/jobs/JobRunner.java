package dev.assay.run.jobs;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Finding;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.protocol.Job;
import dev.assay.protocol.Message;
import dev.assay.run.grading.GraderException;
import dev.assay.run.grading.GradingListener;
import dev.assay.run.processes.Outcome;
import dev.assay.run.processes.Role;
import dev.assay.run.processes.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Has jobs done, each by a process of its own or by one that serves many, and once more where the
 * end was not the job's fault. A verdict never rests on a process that had served others before,
 * unless it was for time.
 */
public record JobRunner(Workers workers) {
  /** Hears of a job while it is done. */
  public interface Listener {
    /** Hears nothing. */
    Listener SILENT = message -> {};

    /** The process said something before it answered. */
    void heard(Message message);

    /** Another process does the job from the beginning: what was heard so far is void. */
    default void beginsAgain(Finding finding) {}

    /** Lets a grading's listener hear of retries, and of nothing else. */
    static Listener ofRetries(GradingListener listener) {
      return new Listener() {
        @Override
        public void heard(Message message) {}

        @Override
        public void beginsAgain(Finding finding) {
          listener.beginsAgain(finding);
        }
      };
    }
  }

  /**
   * Starts a process that will soon have a job, where processes are kept.
   *
   * @param threads of TensorFlow's
   */
  public void prepare(Role role, int threads) {
    workers.prepare(role, threads);
  }

  /**
   * Runs a job, once more where the process's end was not its own.
   *
   * @param limitSeconds of wall time, for each process
   * @param log what the process prints
   * @throws GraderException when no process could be started
   * @throws InterruptedException when the grader is ending
   */
  public JobOutcome run(Role role, Job job, int limitSeconds, Path log, Listener listener)
      throws InterruptedException {
    JobOutcome first = runFirst(role, job, limitSeconds, log, listener);
    if (!Retry.isDue(role, first.outcome())) {
      return first;
    }
    Finding retry = Retry.finding(role, first.outcome());
    listener.beginsAgain(retry);
    JobOutcome second = runAlone(role, job, limitSeconds, log, listener);
    Processes both = first.processes().and(second.processes());
    Optional<String> crash = NativeCrash.common(first.outcome(), second.outcome());
    // Where both died of the same, the retry was no matter of ours.
    return crash.isPresent()
        ? new JobOutcome(second.outcome(), both, crash.get())
        : new JobOutcome(
            second.outcome(), both.and(new Processes(null, List.of(retry), false)), null);
  }

  private JobOutcome runFirst(Role role, Job job, int limitSeconds, Path log, Listener listener)
      throws InterruptedException {
    Hearing hearing = new Hearing(listener);
    try {
      Outcome outcome = workers.runWarm(job, limitSeconds, log, hearing::heard);
      if (outcome != null) {
        return hearing.ended(outcome);
      }
    } catch (IOException e) {
      throw notStarted(e);
    }
    if (hearing.hasHeard()) {
      listener.beginsAgain(Retry.findingOfServant(role));
    }
    return runAlone(role, job, limitSeconds, log, listener);
  }

  private JobOutcome runAlone(Role role, Job job, int limitSeconds, Path log, Listener listener)
      throws InterruptedException {
    Hearing hearing = new Hearing(listener);
    try {
      return hearing.ended(workers.run(role, job, limitSeconds, log, hearing::heard));
    } catch (IOException e) {
      throw notStarted(e);
    }
  }

  /** Hears a process out. */
  private static final class Hearing {
    private final IsolationMeter meter = new IsolationMeter();
    private final Listener listener;
    private boolean hasHeard;

    Hearing(Listener listener) {
      this.listener = listener;
    }

    void heard(Message message) {
      meter.heard(message);
      listener.heard(message);
      hasHeard |= !(message instanceof Message.Ready);
    }

    /** Tells whether the job had gone so far that there is something to forget. */
    boolean hasHeard() {
      return hasHeard;
    }

    JobOutcome ended(Outcome outcome) {
      boolean cameUp = !(outcome instanceof Outcome.NeverStarted);
      return new JobOutcome(outcome, new Processes(meter.isolation(), List.of(), cameUp), null);
    }
  }

  /** The exception for a machine that starts no process. */
  public static GraderException notStarted(IOException e) {
    return new GraderException(
        Sentence.of(FaultCode.PROCESS_NOT_STARTED, "reason", SentenceException.of(e)));
  }
}
