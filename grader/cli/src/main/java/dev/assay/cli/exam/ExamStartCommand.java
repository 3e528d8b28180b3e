package dev.assay.cli.exam;

import dev.assay.cli.data.DataOptions;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.ShownPaths;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.datasets.files.DataException;
import dev.assay.datasets.files.Reasons;
import dev.assay.exam.blueprint.Blueprint;
import dev.assay.exam.blueprint.BuiltInBlueprints;
import dev.assay.exam.blueprint.Drawing;
import dev.assay.exam.blueprint.ExamRules;
import dev.assay.exam.sitting.Exam;
import dev.assay.exam.sitting.Sitting;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.findings.TerminalCode;
import dev.assay.problems.Problem;
import dev.assay.run.processes.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay exam start}. */
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    description = {
      "Starts an exam: draws its problems, hands out sheets and starter files, and starts the clock.",
      "The clock runs until `assay exam finish` or the deadline, also while no command does.",
    })
final class ExamStartCommand implements Callable<Integer> {
  /** Seeds that people can copy. */
  private static final int SEEDS = 1_000_000;

  /** The codes of exams that do not count. */
  private static final Set<String> DAMAGE =
      Set.of(
          FaultCode.EXAM_KEY.name(),
          FaultCode.EXAM_HEAD.name(),
          FaultCode.EXAM_LEDGER.name(),
          FaultCode.EXAM_FILE.name());

  private final Streams streams;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DataOptions dataOptions;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "BLUEPRINT",
      defaultValue = BuiltInBlueprints.COURSE,
      description =
          "The plan of the exam: course, quick, or a JSON file (reports/blueprint.schema.json). Default: ${DEFAULT-VALUE}.")
  private String blueprint = BuiltInBlueprints.COURSE;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed for drawing the problems. Default: a random one, which the report tells.")
  private @Nullable Long seed;

  @Option(
      names = "--minutes",
      paramLabel = "M",
      description = "Minutes until the deadline. Default: those of the blueprint.")
  private @Nullable Integer minutes;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "my-exam",
      description =
          "The folder of the exam; created if it does not exist, otherwise empty. Default: ${DEFAULT-VALUE}.")
  @SuppressWarnings("NullAway.Init")
  private Path out;

  ExamStartCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, DataException {
    Exams exams = Exams.open();
    return Exams.run(streams, () -> start(exams));
  }

  private int start(Exams exams) throws IOException, InterruptedException {
    refuseSecond(exams);
    String json = json();
    Blueprint read = exams.store().reader().read(blueprint, json);
    Blueprint plan = minutes == null ? read : read.minutes(checked(minutes));
    Sitting.Draw draw = draw(exams, plan);
    Path folder = folder();
    List<HandOut> handed = new ArrayList<>();
    for (String id : draw.problems()) {
      Problem problem = exams.problems().find(id).orElseThrow();
      handed.add(HandOut.write(folder, problem, draw.language()));
    }
    Exam exam = exams.store().start(json, plan.rules().minutes(), draw, folder);
    show(exam.sitting(), handed);
    return 0;
  }

  /**
   * One exam at a time: otherwise several could be begun, and the best draw be sat. An exam that
   * was tampered with does not count, and so does not stand in the way of another.
   */
  private void refuseSecond(Exams exams) throws IOException, InterruptedException {
    try {
      Optional<Exam> latest = exams.store().latest();
      if (latest.isPresent()) {
        Sitting sitting = latest.get().sitting();
        if (sitting.ending() == null) {
          throw new SentenceException(
              Sentence.of(TerminalCode.EXAM_RUNNING, "id", sitting.id(), "over", sitting.isOver()));
        }
      }
    } catch (SentenceException e) {
      if (!DAMAGE.contains(e.sentence().code())) {
        throw e;
      }
      streams.err().println("assay: " + Screen.harmless(e.sentence().text(streams.texts())));
    }
  }

  private String json() throws IOException {
    Optional<String> builtIn = BuiltInBlueprints.json(blueprint);
    if (builtIn.isPresent()) {
      return builtIn.get();
    }
    if (!Files.isRegularFile(Path.of(blueprint))) {
      throw WrongCommand.of(
          spec.commandLine(),
          TerminalCode.EXAM_BLUEPRINT_NONE,
          "name",
          blueprint,
          "names",
          BuiltInBlueprints.NAMES);
    }
    return Files.readString(Path.of(blueprint));
  }

  private int checked(int value) {
    if (value < 1 || value > ExamRules.MOST_MINUTES) {
      throw WrongCommand.of(
          spec.commandLine(),
          TerminalCode.EXAM_MINUTES,
          "most",
          ExamRules.MOST_MINUTES,
          "value",
          String.valueOf(value));
    }
    return value;
  }

  /** Draws the problems, and checks that there is data for them before anything is written. */
  private Sitting.Draw draw(Exams exams, Blueprint plan) throws IOException {
    long number = seed == null ? new SecureRandom().nextInt(SEEDS) : seed;
    List<String> problems = Drawing.draw(plan.categories(), number).orElseThrow();
    Path base = base();
    List<String> variants = new ArrayList<>();
    ExamData.Finder finder =
        new ExamData.Finder(
            spec.commandLine(), exams, dataOptions.store(Installation.current()), streams.texts());
    try {
      for (String problem : problems) {
        ExamData data = finder.of(plan, problem, plan.data().variant(), base);
        variants.add(data.assignment().variant().name());
      }
    } catch (DataException e) {
      throw new SentenceException(SentenceException.of(e), e);
    }
    Locale told = plan.language();
    Locale language = told == null ? streams.language().locale() : told;
    return new Sitting.Draw(number, problems, variants, base.toString(), language);
  }

  private Path base() {
    Path parent = Path.of(blueprint).toAbsolutePath().normalize().getParent();
    return parent == null ? Path.of("").toAbsolutePath() : parent;
  }

  private Path folder() {
    try {
      Path made = Files.createDirectories(out);
      try (Stream<Path> list = Files.list(made)) {
        if (list.findAny().isEmpty()) {
          return made;
        }
      }
    } catch (IOException e) {
      throw WrongCommand.of(
          spec.commandLine(),
          TerminalCode.OUT_NOT_CREATED,
          "folder",
          out.toString(),
          "reason",
          Reasons.of(e));
    }
    throw WrongCommand.of(
        spec.commandLine(), TerminalCode.EXAM_FOLDER_TAKEN, "folder", out.toString());
  }

  private void show(Sitting exam, List<HandOut> handed) {
    say(
        TerminalCode.EXAM_STARTED,
        "id",
        exam.id(),
        "minutes",
        exam.blueprint().rules().minutes(),
        "mark",
        exam.blueprint().rules().passMark());
    for (int i = 0; i < handed.size(); i++) {
      HandOut files = handed.get(i);
      say(
          TerminalCode.EXAM_HANDED_OUT,
          "category",
          exam.blueprint().categories().get(i).title().in(streams.language().locale()),
          "problem",
          exam.draw().problems().get(i),
          "sheet",
          ShownPaths.shown(files.sheet()),
          "answer",
          ShownPaths.shown(files.answer()),
          "attempts",
          exam.blueprint().categories().get(i).attempts());
    }
    say(TerminalCode.EXAM_START_NEXT, "problem", exam.draw().problems().get(0));
  }

  private void say(TerminalCode code, Object... pairs) {
    streams.out().println(Screen.harmless(streams.texts().say(code, pairs)));
  }
}
