package dev.assay.bench.run;

import dev.assay.bench.Workload;
import dev.assay.datasets.files.DataException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code grader/bench/run}. */
@Command(
    name = "grader/bench/run",
    mixinStandardHelpOptions = true,
    version = "assay 0.1.0",
    abbreviateSynopsis = true,
    sortOptions = false,
    description = {
      "Times Assay's training beside that of its peers, and prints the ratios.",
      "With 'pieces' as the first word it runs the JMH benchmarks of Assay's pieces; JMH's options"
          + " follow."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Assay was measured on every workload",
      "1:it was not",
      "2:the command line is wrong, or data is missing"
    })
@SuppressWarnings("NullAway.Init") // picocli sets what has no default
public final class Main implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofMinutes(60);

  @Spec private CommandSpec spec;

  @Option(
      names = "--workload",
      paramLabel = "W",
      split = ",",
      description = "Which networks: A, B, C, D. Default: all.")
  private List<Workload> workloads = List.of(Workload.values());

  @Option(
      names = "--peer",
      paramLabel = "P",
      split = ",",
      description =
          "Which peers: djl, kotlindl, tribuo, pytorch, keras, keras-xla, keras-jax, jax, dl4j."
              + " Default: all but dl4j, which takes ten times as long.")
  private List<String> peers =
      List.of("djl", "kotlindl", "tribuo", "pytorch", "keras", "keras-xla", "keras-jax", "jax");

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often each program runs. Default: ${DEFAULT-VALUE}.")
  private int rounds = 3;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Epochs of each run. Default: ${DEFAULT-VALUE}.")
  private int epochs = 3;

  @Option(
      names = "--threads",
      paramLabel = "N",
      split = ",",
      description = "Numbers of threads to try; each program's best counts. Default: 1,2.")
  private List<Integer> threads = List.of(1, 2);

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "A folder that holds mnist/ with its four IDX files, for A, B and C.")
  private @Nullable Path dataDir;

  @Option(
      names = "--synthetic",
      description =
          "Random pixels instead of MNIST: the times mean something, loss and accuracy do not.")
  private boolean synthetic;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "How many images to train on, at most 60000. Default: ${DEFAULT-VALUE}.")
  private int rows = Data.MNIST_ROWS;

  @Option(
      names = "--python",
      paramLabel = "FILE",
      description =
          "The Python that has PyTorch, Keras, TensorFlow or JAX; what it has not is left out."
              + " Default: ${DEFAULT-VALUE}.")
  private String python = "/usr/bin/python3";

  private Main() {}

  /** Measures, and exits with the command's code. */
  public static void main(String[] args) {
    System.exit(command().execute(args));
  }

  static CommandLine command() {
    return new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    Path home = Path.of(System.getProperty("assay.home", "")).toAbsolutePath();
    List<Contestant> contestants = contestants(home);
    Path folder = Files.createDirectories(home.resolve("grader/bench/target/run"));
    Data data = new Data(home.resolve("datasets/embedded"), dataDir, rows, synthetic);
    Map<Workload, Data.Files> files = write(data, folder);
    Map<String, String> absent = new LinkedHashMap<>();
    contestants.forEach(it -> it.obstacle().ifPresent(reason -> absent.put(it.id(), reason)));
    List<Contestant> present =
        contestants.stream().filter(it -> !absent.containsKey(it.id())).toList();
    PrintWriter err = spec.commandLine().getErr();
    Results results =
        new Rounds(present, files, threads, epochs, err::println)
            .run(rounds, new Launch(folder, LIMIT), folder.resolve("job.json"));
    PrintWriter out = spec.commandLine().getOut();
    out.println(Machine.describe());
    new Comparison(results).lines(captions(data), absent).forEach(out::println);
    return measured(results) ? 0 : 1;
  }

  private Map<Workload, Data.Files> write(Data data, Path folder) {
    try {
      return data.write(workloads, folder);
    } catch (DataException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private void check() {
    if (rounds < 1 || epochs < 1 || threads.stream().anyMatch(count -> count < 1)) {
      throw wrong("--rounds, --epochs and --threads must be positive.");
    }
    if (rows < 1 || rows > Data.MNIST_ROWS) {
      throw wrong(
          String.format(
              Locale.ROOT, "--rows must be in [1, %d]. Received: %d", Data.MNIST_ROWS, rows));
    }
    boolean needsMnist =
        workloads.stream().anyMatch(workload -> workload.source() == Workload.Source.MNIST);
    if (needsMnist && dataDir == null && !synthetic) {
      throw wrong(
          "A, B and C train on MNIST. Name the folder that holds mnist/ with --data-dir DIR"
              + " ('./assay data fetch mnist' puts it into datasets/ in Assay's cache), or measure"
              + " times alone with --synthetic.");
    }
  }

  private List<Contestant> contestants(Path home) {
    Map<String, Contestant> all = Contestants.all(home, python);
    List<Contestant> wanted = new ArrayList<>();
    wanted.add(Objects.requireNonNull(all.remove(Contestants.ASSAY)));
    wanted.add(Objects.requireNonNull(all.remove(Contestants.FAST)));
    for (String peer : peers) {
      Contestant contestant = all.get(peer);
      if (contestant == null) {
        throw wrong("--peer must be of %s. Received: %s".formatted(all.keySet(), peer));
      }
      wanted.add(contestant);
    }
    return wanted;
  }

  private Map<Workload, String> captions(Data data) {
    Map<Workload, String> captions = new LinkedHashMap<>();
    for (Workload workload : workloads) {
      captions.put(
          workload,
          String.format(
              Locale.ROOT,
              "%s: %s. Median seconds of %s; rounds: %d, epochs in each: %d.",
              workload,
              workload.title(),
              workload.schedule(epochs, 1).describe(data.title(workload)),
              rounds,
              epochs));
    }
    return captions;
  }

  private boolean measured(Results results) {
    return workloads.stream()
        .allMatch(workload -> results.standing(workload, Contestants.ASSAY).isPresent());
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
