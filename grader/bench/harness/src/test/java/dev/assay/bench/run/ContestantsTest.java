package dev.assay.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContestantsTest {
  @TempDir private Path home;

  private Contestant contestant(String id) {
    return Objects.requireNonNull(Contestants.all(home, "no-such-python").get(id));
  }

  private void build(String id) throws IOException {
    Path target = Files.createDirectories(home.resolve("grader/bench").resolve(id + "/target"));
    Files.writeString(target.resolve("assay-bench-%s-0.1.0.jar".formatted(id)), "");
    Files.writeString(target.resolve("class-path"), "a.jar:b.jar");
  }

  @Test
  void areAssayAndItsPeers() {
    assertThat(Contestants.all(home, "python3"))
        .containsOnlyKeys(
            "assay",
            "assay-fast",
            "djl",
            "kotlindl",
            "tribuo",
            "dl4j",
            "pytorch",
            "keras",
            "keras-xla",
            "keras-jax",
            "jax");
  }

  @Test
  void cannotRunBeforeTheyAreBuilt() throws IOException {
    assertThat(contestant("assay").obstacle().orElseThrow()).startsWith("not built: see ");
    build("assay");
    assertThat(contestant("assay").obstacle()).isEmpty();
  }

  @Test
  void sayWhenPythonIsNotThere() {
    assertThat(contestant("pytorch").obstacle()).contains("there is no no-such-python");
    assertThat(contestant("keras-jax").obstacle()).contains("there is no no-such-python");
  }

  @Test
  void sayWhichPackagePythonLacks() throws IOException {
    Path python = home.resolve("python");
    Files.writeString(python, "#!/bin/sh\ncase \"$2\" in *jax*) exit 1 ;; esac\n");
    assertThat(python.toFile().setExecutable(true)).isTrue();
    Map<String, Contestant> all = Contestants.all(home, python.toString());

    assertThat(Objects.requireNonNull(all.get("keras")).obstacle()).isEmpty();
    assertThat(Objects.requireNonNull(all.get("keras-jax")).obstacle())
        .contains(python + " has no jax");
  }

  @Test
  void tellAScriptItsModeBeforeTheJob() {
    Path job = home.resolve("job.json");

    assertThat(contestant("keras-xla").command(job, 1)).endsWith("xla", job.toString());
    assertThat(contestant("jax").command(job, 1))
        .endsWith(home.resolve("grader/bench/python/jax_peer.py").toString(), job.toString());
  }

  @Test
  void runWithTheirOwnLibraries() throws IOException {
    build("djl");
    assertThat(contestant("djl").command(home.resolve("job.json"), 1))
        .contains("dev.assay.bench.djl.Djl", home.resolve("job.json").toString())
        .anyMatch(argument -> argument.endsWith("assay-bench-djl-0.1.0.jar:a.jar:b.jar"));
  }

  @Test
  void areToldTheNumberOfThreadsInTheirOwnWay() {
    assertThat(contestant("assay").environment(2)).isEmpty();
    assertThat(contestant("pytorch").environment(2))
        .containsAllEntriesOf(Map.of("OMP_NUM_THREADS", "2", "OMP_WAIT_POLICY", "PASSIVE"));
    assertThat(Threading.PINNED.prefix(2, 4)).containsExactly("taskset", "-c", "0,1");
    assertThat(Threading.PINNED.prefix(2, 2)).isEmpty();
    assertThat(Threading.OPENMP.prefix(1, 2)).isEmpty();
  }
}
