package dev.assay.cli.exam;

import dev.assay.cli.data.DataOptions;
import dev.assay.cli.grade.IsolationOptions;
import dev.assay.cli.terminal.Failures;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.exam.results.ResultBuilder;
import dev.assay.exam.sitting.Exam;
import dev.assay.exam.sitting.Sitting;
import dev.assay.findings.TerminalCode;
import dev.assay.report.exam.ExamResult;
import dev.assay.report.json.ExamJson;
import dev.assay.report.text.ExamTable;
import dev.assay.run.processes.Installation;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code assay exam finish}. */
@Command(
    name = "finish",
    mixinStandardHelpOptions = true,
    description = {
      "Ends an exam, grades what has arrived, and writes the report as text, JSON and a page.",
      "Exits with 1 if the exam is not passed.",
    })
final class ExamFinishCommand implements Callable<Integer> {
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

  @Option(names = "--json", description = "Print the report as JSON on standard output.")
  private boolean json;

  ExamFinishCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Exams exams = Exams.open();
    return Exams.run(streams, () -> finish(exams, exams.find(option.name())));
  }

  private int finish(Exams exams, Exam exam) throws IOException, InterruptedException {
    Streams people = json ? new Streams(streams.err(), streams.err(), streams.language()) : streams;
    // The clock stops before what is pending is graded.
    exam.finish();
    int code =
        new PendingAttempts(
                spec.commandLine(),
                exams,
                dataOptions.store(Installation.current()),
                isolation,
                people)
            .grade(exam);
    Sitting sitting = exam.sitting();
    if (!sitting.pending().isEmpty()) {
      return code;
    }
    ExamResult result = ResultBuilder.of(sitting, streams.language().locale());
    List<ExamResult> earlier = new PastExams(exams, streams).results();
    List<String> files = new ReportFiles(exam.folder(), streams).write(result, earlier);
    Screen screen = new Screen(people.out(), Terminal.of(json));
    screen.lines(ExamTable.render(result, streams.texts(), screen.room()));
    screen.lines(List.of(streams.texts().say(TerminalCode.EXAM_REPORT, "files", files)));
    if (json) {
      streams.out().print(ExamJson.of(result, streams.texts()));
      streams.out().flush();
    }
    return code != 0 ? code : result.passed() ? 0 : Failures.SOME_FAILED;
  }
}
