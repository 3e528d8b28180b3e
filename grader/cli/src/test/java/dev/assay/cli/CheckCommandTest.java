package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.problems.Problems;
import dev.assay.run.processes.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @TempDir private Path folder;

  @Test
  void theReferenceAnswersAreReady() {
    Run run = Run.of("check", Installation.current().referenceAnswers());
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    for (String id : Problems.load().ids()) {
      assertThat(run.out().lines()).contains("reference / " + id);
    }
    assertThat(run.out()).contains("Total params:").doesNotContain("\r", "\u001b");
  }

  @Test
  void showsWhatDoesNotCompile() throws IOException {
    SampleAnswers.write(folder, "class IrisAnswer { int x = \"no\"; }");
    Run run = Run.of("check", folder);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("COMPILE_ERROR", "IrisAnswer.java:1: error: incompatible types");
  }

  @Test
  void refusesWhatCannotBeChecked() throws IOException {
    assertThat(Run.of("check", folder.resolve("none")).code()).isEqualTo(2);
    assertThat(Run.of("check", Files.createFile(folder.resolve("file"))).code()).isEqualTo(2);
    Run data = Run.of("check", folder, "--data", "nope");
    assertThat(data.code()).isEqualTo(2);
    assertThat(data.err()).contains("There are: auto, california, embedded, full.");
  }
}
