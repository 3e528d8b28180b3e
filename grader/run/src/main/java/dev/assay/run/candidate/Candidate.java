package dev.assay.run.candidate;

import dev.assay.protocol.Message;
import dev.assay.report.Finding;
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
import java.util.List;
import java.util.Locale;
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
  /** The number of classes that a message names when several answer the same problem. */
  private static final int SHOWN = 5;

  /** The folder of class files, in that of the submission. */
  public static final String CLASSES = "classes.jar";

  /** The compiler's output, beside it. */
  public static final String LOG = "compile.log";

  /** Why compiling failed. */
  public record CompileFault(Verdict verdict, String message) {}

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
      CompileFault none = new CompileFault(verdict, nothing(submission));
      return new Candidate(submission, classes, List.of(), none, 0, Processes.NONE, null);
    }
    long start = System.nanoTime();
    Compilation compilation = Compilation.run(workers, submission, folder);
    List<Finding> retries = List.of();
    if (Retry.isDueToCompile(compilation.outcome())) {
      retries = List.of(Retry.findingOfCompiler(compilation.outcome()));
      compilation.warm().close();
      compilation = Compilation.run(workers, submission, folder);
    }
    Processes processes = new Processes(compilation.isolation(), retries, false);
    return of(submission, classes, compilation, (System.nanoTime() - start) / 1e9, processes);
  }

  private static Candidate of(
      Submission submission,
      Path classes,
      Compilation compilation,
      double seconds,
      Processes processes)
      throws IOException {
    List<Message.Builder> builders = builders(compilation.outcome());
    CompileFault fault = fault(compilation.outcome());
    boolean stays = fault == null && builders.size() == 1;
    if (!stays) {
      compilation.warm().close();
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
      return new CompileFault(stop.verdict(), stop.message());
    }
    return compiled.errors().isEmpty()
        ? null
        : new CompileFault(Verdict.COMPILE_ERROR, CompilerOutput.describe(compiled.errors()));
  }

  private static String nothing(Submission submission) {
    return submission.unreadable() != null
        ? submission.unreadable()
        : "%s holds no Java file. Write an answer there; `assay new` makes one to begin with."
            .formatted(submission.id());
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
      return Optional.of(new Stop(fault.verdict(), fault.message()));
    }
    List<String> names = buildersFor(problem);
    if (names.isEmpty()) {
      return Optional.of(new Stop(Verdict.NO_ANSWER, noAnswer(problem, knownProblems)));
    }
    return names.size() == 1
        ? Optional.empty()
        : Optional.of(
            new Stop(
                Verdict.CONTRACT_VIOLATION,
                String.format(
                    Locale.ROOT,
                    "%d classes answer %s: %s. Keep @Answers(\"%s\") on one of them.%s",
                    names.size(),
                    problem,
                    shown(names),
                    problem,
                    MixedSubmissionHint.hint(submission))));
  }

  /** The names of the classes that answer a problem. */
  public List<String> buildersFor(String problem) {
    return builders.stream()
        .filter(builder -> builder.problem().equals(problem))
        .map(Message.Builder::className)
        .toList();
  }

  private static String shown(List<String> names) {
    int more = names.size() - SHOWN;
    String some = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
    return more > 0 ? some + String.format(Locale.ROOT, " and %,d more", more) : some;
  }

  /** Why there is nothing to grade in it, where it answers none of the problems that are graded. */
  public Stop unanswered(List<String> known, List<String> graded) {
    if (fault != null) {
      return new Stop(fault.verdict(), fault.message());
    }
    String start = "No class in %s answers a problem that is graded. ".formatted(submission.id());
    if (builders.isEmpty()) {
      return new Stop(
          Verdict.NO_ANSWER,
          start
              + "Mark your ModelBuilder with @Answers and one of: %s."
                  .formatted(String.join(", ", graded)));
    }
    String unknown = unknown(known);
    return new Stop(
        Verdict.NO_ANSWER,
        start
            + (unknown.isEmpty()
                ? "It answers %s; graded are: %s."
                    .formatted(String.join(", ", problems()), String.join(", ", graded))
                : unknown));
  }

  /** A sentence about an id that no problem has; empty if there is none. */
  private String unknown(List<String> known) {
    return problems().stream()
        .filter(id -> !known.contains(id))
        .findFirst()
        .map(
            id ->
                "One is marked @Answers(\"%s\"), but there is no such problem; there are: %s."
                    .formatted(id, String.join(", ", known)))
        .orElse("");
  }

  private String noAnswer(String problem, List<String> known) {
    String start =
        "No class in %s is marked @Answers(\"%s\"). ".formatted(submission.id(), problem);
    String unknown = unknown(known);
    if (!unknown.isEmpty()) {
      return start + unknown;
    }
    return start
        + (builders.isEmpty()
            ? "Mark your ModelBuilder with it."
            : "It answers: " + String.join(", ", problems()) + ".");
  }
}
