package dev.assay.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.bench.Job;
import dev.assay.bench.TrainingSet;
import dev.assay.bench.Workload;
import dev.assay.datasets.files.DataException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class MainTest {
  @TempDir private Path temp;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--workload D,A | A, B and C train on MNIST. Name the folder that holds mnist/ with"
            + " --data-dir DIR",
        "--data-dir /no/such/folder | MNIST is not complete: /no/such/folder/mnist does not exist",
        "--synthetic --peer theano | --peer must be of [djl, kotlindl, tribuo, dl4j, pytorch,"
            + " keras, keras-xla, keras-jax, jax]. Received: theano",
        "--workload D --rounds 0 | --rounds, --epochs and --threads must be positive.",
        "--synthetic --rows 60001 | --rows must be in [1, 60000]. Received: 60001",
        "--workload E | Invalid value for option '--workload'",
      })
  void refusesWhatItCannotMeasure(String arguments, String message) {
    CommandLine command = Main.command();
    StringWriter err = new StringWriter();
    command.setErr(new PrintWriter(err));

    int code = command.execute(arguments.split(" ", -1));

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).startsWith(message);
  }

  @Test
  void theReadmeShowsItsHelp() throws IOException {
    Path readme = Path.of(System.getProperty("assay.home"), "grader/bench/README.md");

    assertThat(Files.readString(readme))
        .contains(Main.command().getUsageMessage(CommandLine.Help.Ansi.OFF));
  }

  private TrainingSet written(Workload workload, int rows) throws DataException {
    Data data =
        new Data(Path.of(System.getProperty("assay.home"), "datasets/embedded"), null, rows, true);
    Map<Workload, Data.Files> files = data.write(List.of(workload), temp);
    Data.Files own = Objects.requireNonNull(files.get(workload));
    return TrainingSet.read(
        new Job(
            workload.network(),
            workload.schedule(1, 1),
            own.features().toString(),
            own.labels().toString()));
  }

  @Test
  void trainsOnTheFlowersOfTheRepository() throws DataException {
    TrainingSet iris = written(Workload.D, 7);

    assertThat(iris.rows()).isEqualTo(120);
    assertThat(iris.width()).isEqualTo(4);
    assertThat(iris.features()).hasSize(480).containsAnyOf(7.9f, 5.1f);
    assertThat(IntStream.of(iris.labels()).distinct()).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void scalesPixels() throws DataException {
    TrainingSet synthetic = written(Workload.A, 30);

    assertThat(synthetic.rows()).isEqualTo(30);
    assertThat(synthetic.features()).hasSize(30 * 784).contains(1f, 0f, 51 / 255f);
    assertThat(IntStream.of(synthetic.labels())).allMatch(label -> label >= 0 && label < 10);
  }

  @Test
  void saysWhatTheExamplesAre() {
    Data data = new Data(temp, null, 500, true);

    assertThat(Workload.A.schedule(1, 1).describe(data.title(Workload.A)))
        .isEqualTo("one pass of 500 SYNTHETIC images in batches of 32");
    assertThat(Workload.D.schedule(1, 1).describe(data.title(Workload.D)))
        .isEqualTo("500 passes of 120 examples of Iris in batches of 16");
  }
}
