package dev.assay.cli.exam;

import dev.assay.batch.HandedIn;
import dev.assay.cli.data.DataOptions;
import dev.assay.cli.grade.IsolationOptions;
import dev.assay.cli.terminal.Failures;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.exam.blueprint.Disclosure;
import dev.assay.exam.sitting.Attempt;
import dev.assay.exam.sitting.Exam;
import dev.assay.exam.sitting.Sitting;
import dev.assay.findings.Sentence;
import dev.assay.findings.TerminalCode;
import dev.assay.run.processes.Installation;
import dev.assay.run.submissions.SourceText;
import dev.assay.run.submissions.Submission;
import dev.assay.run.submissions.SubmissionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay exam submit}. */
@Command(
    name = "submit",
    mixinStandardHelpOptions = true,
    description = {
      "Submits an answer: records its arrival, grades it, and tells what the exam discloses.",
      "The best attempt counts, and a grader error costs none.",
    })
final class ExamSubmitCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DataOptions dataOptions;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private IsolationOptions isolation;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private ExamOption option;

  @Parameters(index = "0", paramLabel = "PROBLEM", description = "The id of a problem of the exam.")
  private String problem = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FOLDER",
      description =
          "The answer: a Java file, or a folder or zip of Java sources. Default: the problem's folder in that of the exam.")
  private @Nullable Path folder;

  ExamSubmitCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Exams exams = Exams.open();
    return Exams.run(streams, () -> submit(exams, exams.find(option.name())));
  }

  private int submit(Exams exams, Exam exam) throws IOException, InterruptedException {
    exam.requireOpen(problem);
    Submission submission = submission(exam);
    Attempt attempt = exam.arrive(problem, submission.digest(), kept -> write(submission, kept));
    Sitting arrived = exam.sitting();
    streams
        .out()
        .println(
            streams
                .texts()
                .say(
                    TerminalCode.EXAM_ARRIVED,
                    "problem",
                    problem,
                    "attempt",
                    attempt.number(),
                    "elapsed",
                    ExamTexts.time(attempt.elapsed()),
                    "left",
                    ExamTexts.time(arrived.left())));
    int code =
        new PendingAttempts(
                spec.commandLine(),
                exams,
                dataOptions.store(Installation.current()),
                isolation,
                streams)
            .grade(exam);
    Sitting now = exam.sitting();
    boolean blind = now.blueprint().rules().disclosure() == Disclosure.BLIND;
    boolean passes = blind || PendingAttempts.passes(now, problem);
    return code != 0 ? code : passes ? 0 : Failures.SOME_FAILED;
  }

  /** Reads the answer; one that cannot be read is refused, and costs no attempt. */
  private Submission submission(Exam exam) throws IOException {
    Path path = folder == null ? HandOut.folder(exam.folder(), problem) : folder;
    try {
      HandedIn found = HandedIn.find(List.of(path));
      if (found.submissions().size() != 1) {
        throw WrongCommand.of(
            spec.commandLine(),
            TerminalCode.EXAM_ONE_ANSWER,
            "folder",
            path.toString(),
            "count",
            found.submissions().size());
      }
      Submission submission = found.submissions().get(0).read();
      Sentence why = submission.unreadable();
      if (why != null) {
        throw new WrongCommand(spec.commandLine(), why);
      }
      return submission;
    } catch (SubmissionException e) {
      throw new WrongCommand(spec.commandLine(), e.sentence());
    }
  }

  private static void write(Submission submission, Path kept) throws IOException {
    for (SourceText source : submission.sources()) {
      Path file = kept.resolve(source.name()).normalize();
      if (!file.startsWith(kept)) {
        throw new IOException(Screen.harmless(source.name()));
      }
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.text());
    }
  }
}
