package dev.assay.cli.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Run;
import dev.assay.cli.SampleAnswers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans, grades and collects answers with several seeds; what does not compile takes no time. */
class RepeatedRunTest {
  @TempDir private Path folder;

  private Path run;

  @BeforeEach
  void writeClass() throws IOException {
    run = folder.resolve("채점 run");
    SampleAnswers.write(folder.resolve("class/anna"), "class Iris { int x = \"\"; }");
    SampleAnswers.write(folder.resolve("class/ben"), "class Iris {");
  }

  private Run plan(Object... more) {
    Object[] line = new Object[6 + more.length];
    System.arraycopy(
        new Object[] {"plan", folder.resolve("class"), "--shards", "2", "--out", run},
        0,
        line,
        0,
        6);
    System.arraycopy(more, 0, line, 6, more.length);
    return Run.of(line);
  }

  @Test
  void everySeedIsARunOfItsOwnAndAllAreCollectedTogether() throws IOException {
    Run planned = plan("--repeats", "3", "--seed", "7");
    assertThat(planned.code()).as(planned.err()).isZero();
    assertThat(planned.out()).contains("2 submissions with 3 seeds each in 2 shards");
    Run first = Run.of("grade", "--shard", "0/2", "--out", run, "--quiet", "--exit-zero");
    assertThat(first.code()).as(first.out() + first.err()).isZero();
    Run status = Run.of("status", run);
    assertThat(status.out()).contains("3 of 6 submissions", "3 of 6 shards");
    assertThat(status.code()).isOne();
    Run early = Run.of("collect", run, "--exit-zero");
    assertThat(early.code()).isEqualTo(3);
    assertThat(early.err()).contains("1 submission has no result yet", "--shard 1/2");
    Run second = Run.of("grade", "--shard", "1/2", "--out", run, "--quiet", "--exit-zero");
    assertThat(second.code()).as(second.out() + second.err()).isZero();
    Run collected = Run.of("collect", run, "--json", "--exit-zero");
    assertThat(collected.code()).as(collected.err()).isZero();
    assertThat(collected.out()).isEqualTo(Files.readString(run.resolve("repeats.json")));
    assertThat(collected.out())
        .contains("\"anna\"", "\"ben\"", "\"seed\": 9", "COMPILE_ERROR")
        .doesNotContain("\"seed\": 10");
    assertThat(collected.err()).contains("0 of 3 pass");
    assertThat(run.resolve("seed-8/index.html")).isRegularFile();
    assertThat(Run.of("status", run).code()).isZero();
    assertThat(Run.of("submit", run, "--dry-run").out()).contains("Nothing to submit");
  }

  @Test
  void aCalibrationAsksForWhatIsMissing() {
    assertThat(plan("--repeats", "2", "--problem", "iris").code()).isZero();
    Run table = Run.of("calibrate", "iris", "--run", run);
    assertThat(table.code()).isEqualTo(2);
    assertThat(table.err()).contains("2 submissions have no result yet", "assay grade --shard");
  }

  @Test
  void numbersOutOfRangeAreExplained() {
    assertThat(plan("--repeats", "1").err())
        .contains("--repeats needs a whole number from 2 to 1,000. Received: 1");
  }
}
