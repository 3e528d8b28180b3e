package dev.assay.cli.grade;

import dev.assay.batch.Assignments;
import dev.assay.batch.Checks;
import dev.assay.batch.HandedIn;
import dev.assay.batch.Selection;
import dev.assay.cli.data.DataOptions;
import dev.assay.cli.problems.ProblemChoice;
import dev.assay.cli.terminal.Colour;
import dev.assay.cli.terminal.Failures;
import dev.assay.cli.terminal.Line;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Shutdown;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.commons.text.Numbers;
import dev.assay.commons.text.Paragraph;
import dev.assay.findings.Catalogue;
import dev.assay.findings.Finding;
import dev.assay.findings.Sentence;
import dev.assay.findings.TerminalCode;
import dev.assay.keras.models.manifest.Summary;
import dev.assay.problems.Problems;
import dev.assay.report.CheckedAnswer;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.report.json.JsonReports;
import dev.assay.run.CheckReport;
import dev.assay.run.processes.Installation;
import dev.assay.run.submissions.Submission;
import dev.assay.run.submissions.SubmissionException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Compiles, builds and inspects answers in seconds, without training.",
      "Exits with 0 if every answer is ready to be graded, otherwise with 1.",
    })
public final class CheckCommand implements Callable<Integer> {
  private static final int PRINTED_LINES = 50;

  private final Streams streams;
  private final Problems problems = Problems.load();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DataOptions dataOptions;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private IsolationOptions isolation;

  @Parameters(paramLabel = "SUBMISSION", arity = "1..*", description = "As for `assay grade`.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--problem",
      paramLabel = "ID",
      description =
          "Check only this problem; may be repeated. Default: every problem with an answer.")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--data",
      paramLabel = "VARIANT",
      defaultValue = Assignments.AUTO,
      description = "As for `assay grade`.")
  private String data = Assignments.AUTO;

  @Option(
      names = "--probe",
      description =
          "Also run the untrained model on a few examples: what reaches the first weights, the first loss, gradients, units that are always 0. Takes a second or two.")
  private boolean probe;

  @Option(names = "--json", description = "Print the results as JSON on standard output.")
  private boolean json;

  private boolean brief;

  CheckCommand(Streams streams) {
    this.streams = streams;
  }

  /**
   * The check before a grading, with the options of that; of answers that are ready it says only
   * so.
   */
  static CheckCommand before(
      CommandSpec grading,
      DataOptions dataOptions,
      IsolationOptions isolation,
      List<Path> paths,
      List<String> ids,
      String data,
      Streams streams) {
    CheckCommand check = new CheckCommand(streams);
    check.spec = grading;
    check.dataOptions = dataOptions;
    check.isolation = isolation;
    check.paths = paths;
    check.ids = ids;
    check.data = data;
    check.brief = true;
    return check;
  }

  @Override
  @SuppressWarnings("try") // the hook is held, not used
  public Integer call() throws IOException, InterruptedException {
    Installation installation = Installation.current();
    ProblemChoice choice = new ProblemChoice(spec.commandLine(), problems);
    Assignments assignments = choice.assignments(dataOptions.store(installation), data);
    Selection selection =
        new Selection(assignments, choice.choose(assignments, ids), !ids.isEmpty());
    try (Checks checks = Checks.open(isolation.workers(installation), selection, probe);
        Shutdown ignored = Shutdown.install(checks::interrupt, () -> {})) {
      HandedIn handedIn = HandedIn.find(paths);
      List<CheckedAnswer> answers = checks.check(handedIn.submissions(), this::show);
      screen().lines(EntrySummary.lines(handedIn.entries(), screen().room(), streams.texts()));
      return report(answers);
    } catch (SubmissionException e) {
      throw new WrongCommand(spec.commandLine(), e.sentence());
    }
  }

  private int report(List<CheckedAnswer> answers) {
    if (json) {
      streams.out().print(JsonReports.checksToJson(answers, streams.texts()));
      streams.out().flush();
    }
    if (answers.stream().anyMatch(answer -> answer.verdict() == Verdict.GRADER_ERROR)) {
      return Failures.GRADER_ERROR;
    }
    return answers.stream().allMatch(CheckedAnswer::canBeGraded) ? 0 : Failures.SOME_FAILED;
  }

  private void addPrinted(String printed, List<String> lines) {
    List<String> text = printed.lines().toList();
    if (!text.isEmpty()) {
      lines.add("  " + streams.texts().say(TerminalCode.CHECK_PRINTED));
    }
    text.stream().limit(PRINTED_LINES).forEach(line -> lines.add("    " + line));
    if (text.size() > PRINTED_LINES) {
      int more = text.size() - PRINTED_LINES;
      lines.add("    " + streams.texts().say(TerminalCode.CHECK_MORE_LINES, "count", more));
    }
  }

  private Screen screen() {
    return new Screen(json ? streams.err() : streams.out(), Terminal.of(json));
  }

  private static String refusal(CheckReport report, Catalogue texts) {
    String verdict =
        texts.say(TerminalCode.VERDICT_NAME, "verdict", String.valueOf(report.verdict()));
    return texts.say(
        TerminalCode.CHECK_REFUSED, "verdict", verdict, "message", report.message(texts));
  }

  private void show(Submission submission, String problem, CheckReport report) {
    Catalogue texts = streams.texts();
    Screen screen = screen();
    String note = "  " + texts.say(TerminalCode.NOTE_LABEL) + " ";
    String title =
        submission.id() + (problem.equals(GradeReport.NO_PROBLEM) ? "" : " / " + problem);
    List<String> lines = new ArrayList<>(List.of(title));
    for (Sentence assumption : submission.assumptions()) {
      lines.addAll(Paragraph.wrap(note, 4, assumption.text(texts), screen.room()));
    }
    if (report.model() != null && brief) {
      screen.lines(List.of(title + ": " + texts.say(TerminalCode.CHECK_READY, "probed", true)));
      return;
    }
    addPrinted(report.printed(), lines);
    if (report.model() != null) {
      Summary.of(report.model().manifest(), SummaryTexts.labels(texts))
          .forEach(line -> lines.add("  " + line));
      String compute = Numbers.flops(report.model().flops());
      lines.add("  " + texts.say(TerminalCode.CHECK_COMPUTE, "compute", compute));
      if (report.probed() != null) {
        String label = "  " + texts.say(TerminalCode.PROBE_LABEL) + " ";
        lines.addAll(Paragraph.wrap(label, 4, report.probed().text(texts), screen.room()));
      }
      for (Finding finding : report.findings()) {
        lines.addAll(FindingText.lines(finding, texts, screen.room()));
      }
    }
    screen.lines(lines);
    screen.print(ending(report, screen.room()));
    screen.lines(List.of(""));
  }

  /** Whether the answer is ready to be graded; the first line has a colour. */
  private List<Line> ending(CheckReport report, int room) {
    Catalogue texts = streams.texts();
    boolean ready = report.model() != null;
    String text =
        ready ? texts.say(TerminalCode.CHECK_READY, "probed", probe) : refusal(report, texts);
    List<String> lines = Paragraph.wrap("  ", 4, text, room);
    List<Line> ending = new ArrayList<>();
    ending.add(new Line(lines.get(0), ready ? Colour.GREEN : Colour.RED));
    ending.addAll(Line.plain(lines.subList(1, lines.size())));
    return ending;
  }
}
