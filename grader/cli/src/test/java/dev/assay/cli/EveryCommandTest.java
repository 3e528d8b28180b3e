package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.data.DataSets;
import dev.assay.cli.data.FileServer;
import dev.assay.cli.data.SmallData;
import dev.assay.cli.sealing.SealedSamples;
import dev.assay.cli.terminal.Streams;
import dev.assay.protocol.WorkerProcess;
import dev.assay.run.isolation.Sandboxes;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Every command that there is runs to its end, and a new one has to be added here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryCommandTest {
  private Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private FileServer server;

  @SuppressWarnings("NullAway.Init")
  private DataSets sets;

  private final Map<String, Executable> runs = new LinkedHashMap<>();

  @BeforeAll
  void listThem(@TempDir Path temp) throws IOException {
    folder = temp;
    server = new FileServer(SmallData.FILES);
    sets = SmallData.in(folder, SmallData.entry("one", "full", server.mirror("good")));
    runs.put("help", () -> run("help", "--help", "help"));
    runs.put("list", () -> run("", "list"));
    runs.put("data fetch", () -> small("Complete and verified: ", "data", "fetch"));
    runs.put("data list", () -> small("Small one", "data", "list", "one"));
    runs.put("data show", () -> run("COLUMN", "data", "show", "iris"));
    runs.put("data verify", () -> small("2 files are as published.", "data", "verify", "one"));
    runs.put("new", () -> run("IrisAnswer.java", "new", "iris", "--out", in("mine")));
    runs.put("hint", () -> run("hint 1 of", "hint", "iris", "--all"));
    runs.put("history", () -> run("", "history", "iris"));
    runs.put("next", () -> run("- ", "next"));
    runs.put("check", () -> run("Ready to be graded.", "check", in("mine")));
    runs.put("run", this::program);
    runs.put("setup", () -> small("Ready.", "setup"));
    runs.put("doctor", this::doctor);
    runs.put("prepare", this::prepare);
    runs.put("seal", this::seal);
    runs.put("rotate", () -> rotate("old.key", "new.key"));
    runs.put("grade", this::grade);
    runs.put("plan", this::plan);
    runs.put("submit", this::submit);
    runs.put("collect", this::collect);
    runs.put("status", () -> run("1 of 1 submissions have their results", "status", in("planned")));
    runs.put("gradebook", () -> run("sample      5", "gradebook", in("out")));
    runs.put("score", () -> run("No result changes", "score", in("out"), "--reason", "try"));
    runs.put("override", this::override);
    runs.put("similarity", () -> run("1 answer was compared", "similarity", in("out")));
    runs.put("explain", () -> run("sample / iris", "explain", "INPUT_SCALE", in("out")));
    runs.put("compare", this::compare);
    runs.put("predict", () -> run("validation set", "predict", in("out"), "--sample", "2"));
    runs.put("mistakes", () -> run("validation examples", "mistakes", in("out/sample/iris")));
    runs.put("summary", () -> run("Total params", "summary", in("out")));
    runs.put("export", this::export);
    runs.put("report", () -> run("Page: ", "report", in("out")));
    runs.put("unseal", () -> run("", "unseal", sealed(), "--out", in("p"), "--key-file", key()));
    runs.put("exam start", this::startExam);
    runs.put("exam status", () -> run("of 60 minutes", "exam", "status"));
    runs.put("exam submit", () -> run("iris, attempt 1: graded.", "exam", "submit", "iris"));
    runs.put("exam pause", () -> run("The exam is paused", "exam", "pause"));
    runs.put("exam finish", () -> run("Report: ", "exam", "finish"));
    runs.put("exam history", () -> run("All in one", "exam", "history"));
    runs.put("exam verify", () -> run("5 entries", "exam", "verify"));
    runs.put("export-model", () -> run("", "export-model", in("out/sample/iris")));
    runs.put("calibrate", this::calibrate);
  }

  @AfterAll
  void stopServer() {
    server.close();
    System.clearProperty("assay.state");
  }

  private void startExam() throws IOException {
    System.setProperty("assay.state", in("state").toString());
    Files.writeString(
        in("exam.json"),
        "{\"id\": \"all\", \"title\": \"All in one\", \"minutes\": 60, \"passMark\": 0,"
            + " \"disclosure\": \"blind\", \"pause\": true,"
            + " \"categories\": [{\"title\": \"A\", \"problems\": [\"iris\"]}]}");
    run("The exam ", "exam", "start", in("exam.json"), "--out", in("exam"));
    Files.writeString(in("exam/iris/IrisAnswer.java"), "class Unfinished {");
  }

  @Test
  void noCommandIsForgotten() {
    assertThat(runs.keySet()).containsExactlyInAnyOrderElementsOf(commands().toList());
  }

  @TestFactory
  Stream<DynamicTest> runToTheirEnds() {
    return runs.entrySet().stream()
        .map(entry -> DynamicTest.dynamicTest(entry.getKey(), entry.getValue()));
  }

  private static Stream<String> commands() {
    PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
    return commands(
        Main.commandLine(Streams.utf8(nowhere, nowhere), DataSets.standard(), "--help"), "");
  }

  /** Those that have no subcommands of their own, by their names. */
  private static Stream<String> commands(CommandLine command, String start) {
    return command.getSubcommands().entrySet().stream()
        .flatMap(
            entry -> {
              String name = start + entry.getKey();
              return entry.getValue().getSubcommands().isEmpty()
                  ? Stream.of(name)
                  : commands(entry.getValue(), name + " ");
            });
  }

  private Path in(String name) {
    return folder.resolve(name);
  }

  private Path sealed() {
    return in("hidden.sealed");
  }

  private Path key() {
    return in("new.key");
  }

  private static Run run(String said, Object... args) {
    return run(DataSets.standard(), said, args);
  }

  private Run small(String said, Object... args) {
    return run(sets, said, args);
  }

  private static Run run(DataSets sets, String said, Object... args) {
    Run run = Run.of(sets, args);
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains(said);
    return run;
  }

  /** What a program prints does not pass through this process: RunCommandTest looks at it. */
  private void program() throws IOException {
    Path file = in("Program.java");
    Files.writeString(file, "class Program { public static void main(String[] args) {} }");
    run("", "run", file);
  }

  private void doctor() {
    Run run = Run.of("doctor");
    boolean strict =
        run.out().contains("strict: candidates' code can reach nothing but its input files.");
    assertThat(strict).isEqualTo(Sandboxes.best().whyNotBetter() == null);
    assertThat(run.code()).as(run.out()).isEqualTo(strict ? 0 : 1);
  }

  /** Java records no classes that lie in folders, as they do before they are packed. */
  private void prepare() throws ClassNotFoundException {
    Class<?> worker = Class.forName(WorkerProcess.MAIN_CLASS);
    String code = worker.getProtectionDomain().getCodeSource().getLocation().getPath();
    Run run = Run.of("prepare");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(code.endsWith(".jar") ? 0 : 1);
  }

  private void seal() throws IOException {
    Files.writeString(in("mine.csv"), SealedSamples.IRIS);
    for (String key : new String[] {"old.key", "new.key"}) {
      run("", "seal", "--new-key", in(key));
    }
    run(
        "20 hidden examples for iris/embedded",
        "seal",
        "iris",
        "--table",
        in("mine.csv"),
        "--out",
        sealed(),
        "--key-file",
        in("old.key"));
  }

  private void rotate(String from, String to) {
    run("", "rotate", sealed(), "--key-file", in(from), "--to-key-file", in(to));
  }

  private void grade() throws IOException {
    Path sample = SampleAnswers.write(in("sample"), SampleAnswers.iris(40));
    run(
        "1 of 1 passed",
        "grade",
        sample,
        "--hidden",
        sealed(),
        "--key-file",
        key(),
        "--out",
        in("out"));
  }

  /** Only with the set itself could predictions for a sealed one be compared. */
  private void compare() {
    run("1 of 1 passed", "grade", in("sample"), "--data", "embedded", "--out", in("practice"));
    Path result = in("practice/sample/iris");
    run("p = 1.0000", "compare", result, result);
  }

  private void plan() throws IOException {
    Path broken = SampleAnswers.write(in("broken"), "no Java");
    run("1 submission in 2 shards", "plan", broken, "--shards", "2", "--out", in("planned"));
  }

  /** Slurm itself is tried in SlurmTest. */
  private void submit() {
    run("job.yaml", "submit", in("planned"), "--engine", "kubernetes", "--dry-run");
    run("grade.sbatch", "submit", in("planned"), "--dry-run", "--partition", "grade");
    assertThat(in("planned/.plan/kubernetes/job.yaml")).isNotEmptyFile();
    assertThat(in("planned/.plan/slurm/collect.sbatch")).isNotEmptyFile();
  }

  private void collect() {
    for (String shard : new String[] {"0/2", "1/2"}) {
      Run graded = Run.of("grade", "--shard", shard, "--out", in("planned"), "--exit-zero");
      assertThat(graded.code()).as(graded.out() + graded.err()).isZero();
    }
    run("0 of 1 passed", "collect", in("planned"), "--exit-zero");
  }

  private void export() throws IOException {
    run("\uFEFFstudent,name,", "export", in("out"), "--format", "csv");
    run("csv-long: 1 student in ", "export", in("out"), "--format=csv-long", "--out", in("l.csv"));
    assertThat(Files.readString(in("l.csv"))).contains("sample,sample,,,iris,graded,PASSED,");
  }

  private void override() {
    run("4*", "override", in("out"), "sample", "iris", "4", "--comment", "a slip", "--by", "Kim");
  }

  private void calibrate() {
    Run run = run("| reference | 1 of 1 |", "calibrate", "iris", "--seeds=1", "--wrong-seeds=1");
    assertThat(run.out()).contains("Pass mark: accuracy >= 0.90", "| unscaled |", "| wrongloss |");
    assertThat(run.err()).contains("reference     seed 1   PASSED  ");
    assertThat(Run.of("calibrate", "iris", "--seeds", "0").err())
        .contains("--seeds needs a whole number, at least 1. Received: 0");
  }
}
