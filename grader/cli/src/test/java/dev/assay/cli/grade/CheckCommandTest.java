package dev.assay.cli.grade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.Run;
import dev.assay.cli.SampleAnswers;
import dev.assay.problems.Problems;
import dev.assay.run.processes.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @TempDir private Path folder;

  @Test
  @Tag("exhaustive")
  void theReferenceAnswersAreReady() {
    Run run = Run.of("check", Installation.current().referenceAnswers());
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    for (String id : Problems.load().ids()) {
      assertThat(run.out().lines()).contains("reference / " + id);
    }
    assertThat(run.out())
        .contains("Total params:", "Per prediction: 5.7 MFLOPs")
        .doesNotContain("\r", "\u001b");
  }

  @Test
  @Tag("exhaustive")
  void severalSubmissionsAreCheckedForTheProblemsThatAreNamed() throws IOException {
    Path ann = SampleAnswers.write(folder.resolve("ann"), SampleAnswers.iris(1));
    Path ben = SampleAnswers.write(folder.resolve("ben"), "class IrisAnswer {}");
    Run run = Run.of("check", ann, ben, "--problem", "iris", "--json");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .containsSubsequence("ann / iris", "Ready to be graded", "ben / iris", "NO_ANSWER");
    JsonNode results = new ObjectMapper().readTree(run.out()).get("results");
    assertThat(results).hasSize(2);
    assertThat(results.at("/0/submission/id").asText()).isEqualTo("ann");
    assertThat(results.at("/0/verdict").isNull()).isTrue();
    assertThat(results.at("/0/model/layers")).isNotEmpty();
    assertThat(results.at("/1/verdict").asText()).isEqualTo("NO_ANSWER");
    assertThat(results.at("/1/message").asText()).contains("@Answers(\"iris\")");
    assertThat(results.at("/1/model").isNull()).isTrue();
    assertThat(Run.of("check", ann, "--problem", "irsi").err()).contains("Unknown problem: irsi");
  }

  @Test
  void showsWhatTheBuilderPrinted() throws IOException {
    String source =
        SampleAnswers.iris(1)
            .replace(
                "return Sequential",
                "System.out.println(spec.classes() + \" kinds\"); return Sequential");
    SampleAnswers.write(folder, source);
    assertThat(Run.of("check", folder).out()).contains("  Output of the build:\n    3 kinds\n");
  }

  @Test
  @Tag("exhaustive")
  void showsOnceWhatABuilderThatExitsHasPrinted() throws IOException {
    String exits = "System.out.println(\"so long\"); System.exit(0); return Sequential";
    SampleAnswers.write(folder, SampleAnswers.iris(1).replace("return Sequential", exits));
    assertThat(Run.of("check", folder).out()).contains("CRASHED").containsOnlyOnce("so long");
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
    assertThat(data.err()).contains("Available: auto, california, embedded, full.");
  }
}
