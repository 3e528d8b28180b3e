package dev.assay.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.bench.Job;
import dev.assay.bench.Outcome;
import dev.assay.bench.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {
  @TempDir private Path temp;

  private static List<String> fake(String behaviour) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        FakeProgram.class.getName(),
        behaviour);
  }

  private Outcome run(String behaviour, Duration limit) throws Exception {
    return new Launch(temp, limit).run(fake(behaviour), Map.of("OMP_NUM_THREADS", "2"));
  }

  @Test
  void findsTheOutcomeAndPassesTheEnvironment() throws Exception {
    assertThat(run("trains", Duration.ofMinutes(1)).accuracy()).isEqualTo(0.5);
    assertThat(Files.readString(temp.resolve("out.txt"))).startsWith("threads 2");
  }

  @Test
  void saysWhatAProgramSaidLast() {
    assertThatThrownBy(() -> run("fails", Duration.ofMinutes(1)))
        .isInstanceOf(IOException.class)
        .hasMessage("exit code 7: out of luck");
  }

  @Test
  void needsMoreThanAnExitCode() {
    assertThatThrownBy(() -> run("nothing", Duration.ofMinutes(1)))
        .isInstanceOf(IOException.class)
        .hasMessage("it printed no outcome");
  }

  @Test
  void endsWhatTakesTooLong() {
    assertThatThrownBy(() -> run("hangs", Duration.ofSeconds(1)))
        .isInstanceOf(IOException.class)
        .hasMessage("it took more than 1 s");
  }

  /** A program for {@link Rounds}. */
  private record Fake(String id, String behaviour) implements Contestant {
    @Override
    public Optional<String> obstacle() {
      return Optional.empty();
    }

    @Override
    public List<String> command(Path job, int threads) {
      return fake(behaviour);
    }

    @Override
    public Map<String, String> environment(int threads) {
      return Map.of();
    }
  }

  @Test
  void runsProgramsInTurnAndGoesOnWhenOneFails() throws Exception {
    List<String> progress = new ArrayList<>();
    Path job = temp.resolve("job.json");
    Data.Files files = new Data.Files(temp.resolve("x.npy"), temp.resolve("y.npy"));
    List<Contestant> contestants = List.of(new Fake("assay", "trains"), new Fake("djl", "fails"));

    Results results =
        new Rounds(contestants, Map.of(Workload.D, files), List.of(1), 4, progress::add)
            .run(2, new Launch(temp, Duration.ofMinutes(1)), job);

    assertThat(progress)
        .containsExactly(
            "round 1/2  D  assay     1 threads  1.000 s  loss 0.5000  accuracy 0.5000  0 MiB",
            "round 1/2  D  djl       1 threads  failed: exit code 7: out of luck",
            "round 2/2  D  assay     1 threads  1.000 s  loss 0.5000  accuracy 0.5000  0 MiB");
    assertThat(results.standings(Workload.D))
        .extracting(Standing::program)
        .containsExactly("assay");
    assertThat(Job.of(Files.readString(job)).schedule().epochs()).isEqualTo(4);
  }
}
