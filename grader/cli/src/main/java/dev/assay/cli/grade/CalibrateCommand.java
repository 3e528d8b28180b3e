package dev.assay.cli.grade;

import dev.assay.cli.data.DataOptions;
import dev.assay.cli.problems.Assignments;
import dev.assay.cli.terminal.Shutdown;
import dev.assay.cli.terminal.Streams;
import dev.assay.datasets.DataStore;
import dev.assay.problems.Problem;
import dev.assay.problems.Problems;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.run.Grader;
import dev.assay.run.candidate.Candidate;
import dev.assay.run.grading.Assignment;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.grading.GradingListener;
import dev.assay.run.processes.Installation;
import dev.assay.run.processes.Workers;
import dev.assay.run.submissions.HandIn;
import dev.assay.run.submissions.SubmissionException;
import dev.assay.run.submissions.Submissions;
import dev.assay.run.temporary.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay calibrate}. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    description = {
      "Grades a problem's reference answer and its typical wrong answers over many seeds.",
      "Prints a table of the scores that a threshold must separate.",
    })
public final class CalibrateCommand implements Callable<Integer> {
  private final Streams streams;
  private final Problems problems = Problems.load();
  private final Installation installation = Installation.current();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DataOptions dataOptions;

  @Parameters(paramLabel = "PROBLEM", description = "The problem's id; see `assay list`.")
  private String id = "";

  @Option(
      names = "--data",
      paramLabel = "VARIANT",
      defaultValue = "embedded",
      description = "The data variant. Default: ${DEFAULT-VALUE}.")
  private String data = "embedded";

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "20",
      description = "Seeds 1 to N for the reference answer. Default: ${DEFAULT-VALUE}.")
  private int seeds;

  @Option(
      names = "--wrong-seeds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Seeds 1 to N for each wrong answer. Default: ${DEFAULT-VALUE}.")
  private int wrongSeeds;

  CalibrateCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  @SuppressWarnings("try") // the hook is held, not used
  public Integer call() throws IOException, InterruptedException {
    requireAtLeastOne("--seeds", seeds);
    requireAtLeastOne("--wrong-seeds", wrongSeeds);
    DataStore store = dataOptions.store(installation);
    Assignments assignments = Assignments.of(spec.commandLine(), problems, store, data);
    Problem problem = assignments.choose(List.of(id)).get(0);
    List<String> lacks =
        new RequiredData(assignments, store).lacks(List.of(problem), List.of(), true);
    if (!lacks.isEmpty()) {
      throw new ParameterException(spec.commandLine(), String.join("\n", lacks));
    }
    Assignment assignment = assignments.of(problem).orElseThrow();
    CalibrationTable table = new CalibrationTable(assignment.variant().passRule());
    Workers workers = new Workers(installation);
    try (PrivateFolder folder = PrivateFolder.create("command");
        Shutdown ignored = Shutdown.install(workers, () -> {})) {
      int count = seeds;
      for (HandIn answer : answers()) {
        List<Grader> graders = graders(workers, store, folder.path(), count);
        table.add(answer.id(), reports(answer, assignment, graders));
        count = wrongSeeds;
      }
    }
    streams.out().print(table.markdown());
    streams.out().flush();
    return 0;
  }

  /** Returns the reference answer, then the wrong ones by name. */
  private List<HandIn> answers() throws IOException {
    Submissions finder = new Submissions();
    List<HandIn> answers = new ArrayList<>();
    try {
      answers.addAll(finder.find(installation.referenceAnswers()));
      Path wrong = installation.home().resolve("problems").resolve(id).resolve("calibration");
      for (Path path : folders(wrong)) {
        answers.addAll(finder.find(path));
      }
      return answers;
    } catch (SubmissionException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private static List<Path> folders(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** Creates a grader for each seed, from 1. */
  private List<Grader> graders(Workers workers, DataStore store, Path folder, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            seed -> new Grader(workers, store, GradeOptions.withSeed(seed), problems.ids(), folder))
        .toList();
  }

  private List<GradeReport> reports(HandIn answer, Assignment assignment, List<Grader> graders)
      throws IOException, InterruptedException {
    List<GradeReport> reports = new ArrayList<>();
    try (Candidate candidate = graders.get(0).compile(answer.read())) {
      for (Grader grader : graders) {
        GradeReport report = grader.grade(candidate, assignment, GradingListener.SILENT);
        if (report.verdict() == Verdict.GRADER_ERROR) {
          throw new IOException(report.judgement().message());
        }
        reports.add(report);
        streams.err().println(CalibrationTable.line(answer.id(), reports.size(), report));
      }
    }
    return reports;
  }

  private void requireAtLeastOne(String option, int count) {
    if (count < 1) {
      throw new ParameterException(
          spec.commandLine(),
          String.format(
              Locale.ROOT, "%s needs a whole number, at least 1. Received: %d", option, count));
    }
  }
}
