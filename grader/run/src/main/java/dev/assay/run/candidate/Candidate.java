package dev.assay.run.candidate;

import dev.assay.findings.Finding;
import dev.assay.findings.Sentence;
import dev.assay.findings.VerdictCode;
import dev.assay.protocol.Message;
import dev.assay.report.Verdict;
import dev.assay.run.grading.Stop;
import dev.assay.run.jobs.ProcessVerdicts;
import dev.assay.run.jobs.Processes;
import dev.assay.run.jobs.Retry;
import dev.assay.run.processes.Outcome;
import dev.assay.run.processes.Workers;
import dev.assay.run.submissions.Submission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A submission and what compiling it gave: once for all problems it answers.
 *
 * @param submission what was handed in
 * @param classes the jar of its class files
 * @param builders classes marked as answers
 * @param fault why it cannot be graded; null when it compiled
 * @param seconds that compiling took
 * @param processes that compiled it
 * @param warm the compiler's process, where it can go on to build; null where it has ended
 */
public record Candidate(
    Submission submission,
    Path classes,
    List<Message.Builder> builders,
    @Nullable CompileFault fault,
    double seconds,
    Processes processes,
    @Nullable WarmBuilder warm)
    implements AutoCloseable {
  /** The folder of class files, in that of the submission. */
  public static final String CLASSES = "classes.jar";

  /** The compiler's output, beside it. */
  public static final String LOG = "compile.log";

  /** Why compiling failed. */
  public record CompileFault(Verdict verdict, List<Sentence> reasons) {
    /** The reasons in English, one after the other. */
    public String message() {
      return Sentence.text(reasons);
    }

    Stop stop() {
      return new Stop(verdict, reasons, List.of());
    }
  }

  /**
   * Compiles a submission in a process of its own. The thread that does must also close what comes
   * of it.
   *
   * @param folder for class files and the compiler's log
   * @throws IOException when the folder cannot be written or the process not be started
   * @throws InterruptedException when the grader is ending
   */
  public static Candidate compile(Workers workers, Submission submission, Path folder)
      throws IOException, InterruptedException {
    Path classes = folder.resolve(CLASSES);
    if (submission.sources().isEmpty()) {
      Verdict verdict = submission.undecodable() ? Verdict.COMPILE_ERROR : Verdict.NO_ANSWER;
      CompileFault none = new CompileFault(verdict, List.of(nothing(submission)));
      return new Candidate(submission, classes, List.of(), none, 0, Processes.NONE, null);
    }
    long start = System.nanoTime();
    CompilerRun compilation = CompilerRun.run(workers, submission, folder);
    List<Finding> retries = List.of();
    if (Retry.isDueToCompile(compilation.outcome())) {
      retries = List.of(Retry.findingOfCompiler(compilation.outcome()));
      compilation.close();
      compilation = CompilerRun.run(workers, submission, folder);
    }
    Processes processes = new Processes(compilation.isolation(), retries, false);
    if (compilation.warm() == null && fault(compilation.outcome()) == null) {
      workers.expectBuilds(builders(compilation.outcome()).size());
    }
    return of(submission, classes, compilation, (System.nanoTime() - start) / 1e9, processes);
  }

  private static Candidate of(
      Submission submission,
      Path classes,
      CompilerRun compilation,
      double seconds,
      Processes processes)
      throws IOException {
    List<Message.Builder> builders = builders(compilation.outcome());
    CompileFault fault = fault(compilation.outcome());
    boolean stays = fault == null && builders.size() == 1;
    if (!stays) {
      compilation.close();
    }
    return new Candidate(
        submission,
        classes,
        builders,
        fault,
        seconds,
        processes,
        stays ? compilation.warm() : null);
  }

  private static List<Message.Builder> builders(Outcome outcome) {
    return outcome instanceof Outcome.Answered answered
            && answered.message() instanceof Message.Compiled compiled
        ? compiled.builders()
        : List.of();
  }

  /**
   * Ends the compiler's process, where it still waits; the candidate can be graded all the same.
   */
  @Override
  public void close() throws IOException {
    if (warm != null) {
      warm.close();
    }
  }

  private static @Nullable CompileFault fault(Outcome outcome) {
    if (!(outcome instanceof Outcome.Answered answered
        && answered.message() instanceof Message.Compiled compiled)) {
      Stop stop = ProcessVerdicts.ofCompiler(outcome);
      return new CompileFault(stop.verdict(), stop.reasons());
    }
    return compiled.errors().isEmpty()
        ? null
        : new CompileFault(Verdict.COMPILE_ERROR, List.of(CompilerOutput.of(compiled.errors())));
  }

  /** Says why nothing of a submission without sources can be compiled. */
  public static Sentence nothing(Submission submission) {
    Sentence reason = submission.unreadable();
    return reason == null
        ? Sentence.of(VerdictCode.NO_JAVA_FILE, "submission", submission.id())
        : Sentence.of(VerdictCode.UNREADABLE_SUBMISSION, "reason", reason);
  }

  /** The ids of the problems that it answers, known or not. */
  public List<String> problems() {
    return List.copyOf(
        builders.stream()
            .map(Message.Builder::problem)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /**
   * Why no class of it can be graded as an answer to a problem; empty where exactly one can.
   *
   * @param knownProblems all problems' ids, for messages
   */
  public Optional<Stop> refusal(String problem, List<String> knownProblems) {
    if (fault != null) {
      return Optional.of(fault.stop());
    }
    List<String> names = buildersFor(problem);
    if (names.isEmpty()) {
      return Optional.of(noAnswer(problem, knownProblems));
    }
    return names.size() == 1
        ? Optional.empty()
        : Optional.of(new Stop(Verdict.CONTRACT_VIOLATION, several(problem, names), List.of()));
  }

  private List<Sentence> several(String problem, List<String> names) {
    List<Sentence> reasons = new ArrayList<>();
    reasons.add(
        Sentence.of(
            VerdictCode.SEVERAL_ANSWERS,
            "count",
            names.size(),
            "problem",
            problem,
            "classes",
            names));
    if (MixedSubmissionHint.isDue(submission)) {
      reasons.add(Sentence.of(VerdictCode.MIXED_SUBMISSION));
    }
    return reasons;
  }

  /** The names of the classes that answer a problem. */
  public List<String> buildersFor(String problem) {
    return builders.stream()
        .filter(builder -> builder.problem().equals(problem))
        .map(Message.Builder::className)
        .toList();
  }

  /** Why there is nothing to grade in it, where it answers none of the problems that are graded. */
  public Stop unanswered(List<String> known, List<String> graded) {
    if (fault != null) {
      return fault.stop();
    }
    Sentence start = Sentence.of(VerdictCode.NO_CLASS_GRADED, "submission", submission.id());
    if (builders.isEmpty()) {
      return new Stop(
          Verdict.NO_ANSWER, start, Sentence.of(VerdictCode.MARK_ONE_OF, "problems", graded));
    }
    return new Stop(
        Verdict.NO_ANSWER,
        start,
        unknown(known)
            .orElse(
                Sentence.of(
                    VerdictCode.ANSWERS_NOT_GRADED, "answered", problems(), "graded", graded)));
  }

  /** A sentence about an id that no problem has; empty if there is none. */
  private Optional<Sentence> unknown(List<String> known) {
    return problems().stream()
        .filter(id -> !known.contains(id))
        .findFirst()
        .map(id -> Sentence.of(VerdictCode.UNKNOWN_PROBLEM, "problem", id, "problems", known));
  }

  private Stop noAnswer(String problem, List<String> known) {
    Sentence next =
        builders.isEmpty()
            ? Sentence.of(VerdictCode.MARK_IT)
            : Sentence.of(VerdictCode.ANSWERS_OTHERS, "answered", problems());
    return new Stop(
        Verdict.NO_ANSWER,
        Sentence.of(
            VerdictCode.NO_CLASS_ANSWERS, "submission", submission.id(), "problem", problem),
        unknown(known).orElse(next));
  }
}
