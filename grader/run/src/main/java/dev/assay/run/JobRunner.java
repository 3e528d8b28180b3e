package dev.assay.run;

import dev.assay.problems.ProblemSpec;
import dev.assay.report.Finding;
import dev.assay.report.Verdict;
import dev.assay.run.processes.Outcome;
import dev.assay.run.processes.Role;
import dev.assay.run.processes.Workers;
import dev.assay.worker.protocol.Job;
import dev.assay.worker.protocol.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Has the jobs of one grading done, each by a process of its own. */
final class JobRunner {
  private final Workers workers;
  private final IsolationRecord isolation;
  private final Evidence evidence;
  private final RunListener listener;

  JobRunner(Workers workers, IsolationRecord isolation, Evidence evidence, RunListener listener) {
    this.workers = workers;
    this.isolation = isolation;
    this.evidence = evidence;
    this.listener = listener;
  }

  /**
   * Runs the builder: in the process that has compiled it, where that waits for it, else in a new
   * one.
   *
   * @throws Fault as {@link #run}
   */
  Outcome build(Candidate candidate, String builder, ProblemSpec spec, RunFiles files)
      throws Fault, InterruptedException {
    Outcome outcome = buildWarm(candidate.warm(), builder, spec, files);
    if (outcome != null && !Retry.isDue(Role.BUILD, outcome)) {
      evidence.ranTensorFlow();
      return outcome;
    }
    Job job = new Job.Build(candidate.classes(), builder, spec, files.graph(), files.model());
    return run(Role.BUILD, job, spec.limits().buildSeconds(), files.buildLog(), message -> {});
  }

  private static @Nullable Outcome buildWarm(
      @Nullable WarmBuilder warm, String builder, ProblemSpec spec, RunFiles files)
      throws Fault, InterruptedException {
    try {
      return warm == null ? null : warm.build(builder, spec, files);
    } catch (IOException e) {
      throw noProcess(e);
    }
  }

  /**
   * Runs a job, once more where the process's end was not its own; what the first one said is
   * forgotten.
   *
   * @param limitSeconds of wall time, for each process
   * @param log what the process prints
   * @param messages hears what it says before it answers
   * @throws Fault a GRADER_ERROR where no process could be started; CRASHED where both processes
   *     ended at the same place of TensorFlow
   */
  Outcome run(Role role, Job job, int limitSeconds, Path log, Consumer<Message> messages)
      throws Fault, InterruptedException {
    Outcome outcome = runOnce(role, job, limitSeconds, log, messages);
    if (!Retry.isDue(role, outcome)) {
      return outcome;
    }
    Finding finding = Retry.finding(role, outcome);
    evidence.beginsAgain(role, finding);
    listener.beginsAgain(finding);
    Outcome second = runOnce(role, job, limitSeconds, log, messages);
    Optional<String> place = NativeCrash.common(outcome, second);
    if (place.isPresent()) {
      evidence.endsAgain();
      throw Faults.ofKernel(role, place.get());
    }
    return second;
  }

  private Outcome runOnce(
      Role role, Job job, int limitSeconds, Path log, Consumer<Message> messages)
      throws Fault, InterruptedException {
    try {
      Outcome outcome =
          workers.run(
              role,
              job,
              limitSeconds,
              log,
              ((Consumer<Message>) isolation::heard).andThen(messages));
      if (!(outcome instanceof Outcome.NeverStarted)) {
        evidence.ranTensorFlow();
      }
      return outcome;
    } catch (IOException e) {
      throw noProcess(e);
    }
  }

  private static Fault noProcess(IOException e) {
    return new Fault(
        Verdict.GRADER_ERROR, "A child process could not be started: " + e.getMessage());
  }
}
