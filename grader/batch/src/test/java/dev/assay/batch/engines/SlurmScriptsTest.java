package dev.assay.batch.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SlurmScriptsTest {
  private static final SlurmOptions USUAL = new SlurmOptions(null, null, null, null, 20);

  private static SlurmScripts scripts(SlurmOptions options, Integer... wanted) {
    ShardJob job =
        new ShardJob("/opt/assay/assay", Path.of("/runs/my run's"), 12, List.of(wanted), "strict");
    return new SlurmScripts(job, options, Path.of("/runs/my run's/.plan/slurm"));
  }

  @Test
  void anArrayHasTheWantedShardsAndAtMostSoManyAtATime() {
    assertThat(scripts(USUAL, 0, 1, 2, 5, 7, 8).array().lines())
        .contains(
            "#SBATCH --array=0-2,5,7-8%20",
            "#SBATCH --signal=B:TERM@120",
            "#SBATCH --output=\"/runs/my run's/.plan/slurm/%A_%a.log\"",
            "/opt/assay/assay grade --shard \"$SLURM_ARRAY_TASK_ID/12\" --out '/runs/my run'\\''s'"
                + " --quiet --exit-zero --require-isolation strict &")
        .noneMatch(line -> line.contains("--partition"));
  }

  @Test
  void whatTheSiteWantsIsInTheScripts() {
    SlurmScripts scripts =
        scripts(new SlurmOptions("grade", "cs101", "02:00:00", "zen4&avx512", 5), 3);
    assertThat(scripts.array().lines())
        .contains(
            "#SBATCH --partition=grade",
            "#SBATCH --account=cs101",
            "#SBATCH --time=02:00:00",
            "#SBATCH --constraint=zen4&avx512");
    assertThat(scripts.collect().lines())
        .contains("#SBATCH --partition=grade", "#SBATCH --account=cs101")
        .noneMatch(line -> line.contains("--time") || line.contains("--constraint"));
  }

  @Test
  void anOptionCannotBecomeALineOfTheScript() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SlurmOptions("grade\nrm -rf /", null, null, null, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SlurmOptions(null, "a b", null, null, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SlurmOptions(null, null, null, null, 0));
  }

  @Test
  void aShellReadsBothScripts() throws Exception {
    check(scripts(USUAL, 0).array());
    check(scripts(USUAL, 0).collect());
  }

  private static void check(String script) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("sh", "-n").redirectErrorStream(true).start();
    try {
      shell.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
      shell.getOutputStream().close();
      assertThat(shell.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(shell.getInputStream()).isEmpty();
      assertThat(shell.exitValue()).isZero();
    } finally {
      shell.destroyForcibly();
    }
  }
}
