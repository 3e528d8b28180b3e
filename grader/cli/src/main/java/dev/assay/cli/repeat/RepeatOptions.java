package dev.assay.cli.repeat;

import dev.assay.batch.Folds;
import dev.assay.batch.HandedIn;
import dev.assay.batch.RequiredData;
import dev.assay.batch.SeededGradings;
import dev.assay.batch.Selection;
import dev.assay.cli.problems.ProblemChoice;
import dev.assay.cli.terminal.Failures;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Shutdown;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.datasets.files.DataException;
import dev.assay.findings.TerminalCode;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.report.json.RepeatsJson;
import dev.assay.report.repeats.RepeatedAnswer;
import dev.assay.run.grading.Assignment;
import dev.assay.run.processes.Workers;
import dev.assay.run.submissions.HandIn;
import dev.assay.run.submissions.SourceText;
import dev.assay.run.submissions.Submission;
import dev.assay.run.submissions.text.JavaOutline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options for grading an answer several times, and never choosing the best. */
public final class RepeatOptions {
  private static final int LEAST = 2;
  private static final int MOST = 1000;

  /** Options that mean nothing where no results are written. */
  private static final List<String> OTHERS =
      List.of("--out", "--hidden", "--fresh-hidden", "--export", "--settings");

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--repeats",
      paramLabel = "K",
      description =
          "Grade each answer K times with split, weights and order drawn anew, and show median, range and how many pass. Writes no results.")
  private @Nullable Integer repeats;

  @Option(
      names = "--folds",
      paramLabel = "K",
      description =
          "Cross-validate each answer in K folds, so that every row is hidden once, and pool the counts. For tables of fewer than 1,000 rows. Writes no results.")
  private @Nullable Integer folds;

  /** Whether answers are graded several times. */
  public boolean isAsked() {
    return repeats != null || folds != null;
  }

  /**
   * Grades the answers and shows what came out.
   *
   * @param seed the first seed of the repeats, and that of the folds
   * @param json whether standard output is for the repeats as JSON alone
   * @return the exit code: 0 where all answers pass, in most of their repeats or in all folds
   *     together
   */
  @SuppressWarnings("try") // the hook is held, not used
  public int grade(
      Selection selection,
      HandedIn handedIn,
      long seed,
      Workers workers,
      boolean json,
      Streams streams)
      throws IOException, InterruptedException, DataException {
    check();
    List<RequiredData.Missing> missing =
        new RequiredData(selection).missing(handedIn.submissions());
    if (!missing.isEmpty()) {
      throw new ProblemChoice(spec.commandLine(), selection.assignments().problems())
          .lacking(missing);
    }
    Screen screen = new Screen(json ? streams.err() : streams.out(), Terminal.of(json));
    List<RepeatedAnswer> together = new ArrayList<>();
    int code = 0;
    try (SeededGradings gradings = SeededGradings.open(workers, selection.assignments());
        Shutdown ignored = Shutdown.install(gradings::interrupt, screen::close)) {
      for (HandIn handIn : handedIn.submissions()) {
        Submission submission = handIn.read();
        for (Assignment assignment : selection.wanted(answered(submission))) {
          RepeatTable table = new RepeatTable(submission.id(), assignment, streams.texts(), screen);
          code =
              Math.max(
                  code, grade(gradings, submission, assignment, seed, selection, table, together));
        }
      }
    }
    if (json) {
      streams.out().print(RepeatsJson.of(together));
      streams.out().flush();
    }
    return code;
  }

  private void check() {
    List<String> given = new ArrayList<>();
    if (repeats != null) {
      checkCount(spec.commandLine(), "--repeats", repeats);
      given.add("--repeats");
    }
    if (folds != null) {
      checkCount(spec.commandLine(), "--folds", folds);
      given.add("--folds");
      if (spec.commandLine().getParseResult().hasMatchedOption("--json")) {
        given.add("--json");
      }
    }
    OTHERS.stream()
        .filter(spec.commandLine().getParseResult()::hasMatchedOption)
        .forEach(given::add);
    if (given.size() > 1) {
      throw WrongCommand.of(
          spec.commandLine(),
          TerminalCode.ARGUMENTS_EXCLUSIVE,
          "arguments",
          String.join(", ", given));
    }
  }

  /**
   * Refuses a number of repeats or folds that is out of range.
   *
   * @param option its name
   */
  public static void checkCount(CommandLine command, String option, int count) {
    if (count < LEAST || count > MOST) {
      throw WrongCommand.of(
          command,
          TerminalCode.REPEATS_WRONG,
          "option",
          option,
          "least",
          LEAST,
          "most",
          MOST,
          "value",
          String.valueOf(count));
    }
  }

  private static List<String> answered(Submission submission) {
    Set<String> ids = new TreeSet<>();
    for (SourceText source : submission.sources()) {
      ids.addAll(JavaOutline.of(source.text()).answers());
    }
    return List.copyOf(ids);
  }

  private int grade(
      SeededGradings gradings,
      Submission submission,
      Assignment assignment,
      long seed,
      Selection selection,
      RepeatTable table,
      List<RepeatedAnswer> together)
      throws IOException, InterruptedException, DataException {
    boolean passes;
    List<GradeReport> reports;
    if (folds != null) {
      if (!Folds.suit(assignment.entry())) {
        throw WrongCommand.of(
            spec.commandLine(),
            TerminalCode.FOLDS_UNSUITED,
            "data",
            assignment.entry().key(),
            "rows",
            Folds.ROWS);
      }
      reports = gradings.gradeFolds(submission, assignment, folds, seed, table::fold);
      passes = table.pooled(reports, selection.assignments().store(), seed);
    } else {
      int count = repeats == null ? 1 : repeats;
      List<Long> seeds = LongStream.range(seed, seed + count).boxed().toList();
      reports = gradings.grade(submission, assignment, seeds, table::repeat);
      Map<Long, List<GradeReport>> runs = new LinkedHashMap<>();
      for (int i = 0; i < count; i++) {
        runs.put(seeds.get(i), List.of(reports.get(i)));
      }
      List<RepeatedAnswer> answers = RepeatedAnswer.of(runs);
      table.repeated(answers.get(0));
      together.addAll(answers);
      passes = answers.get(0).mostlyPasses();
    }
    boolean failed = reports.stream().anyMatch(r -> r.verdict() == Verdict.GRADER_ERROR);
    return failed ? Failures.GRADER_ERROR : passes ? 0 : Failures.SOME_FAILED;
  }
}
