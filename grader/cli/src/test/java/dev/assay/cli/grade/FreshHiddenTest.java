package dev.assay.cli.grade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.Run;
import dev.assay.cli.SampleAnswers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class that is graded on a hidden part which is drawn anew. */
class FreshHiddenTest {
  /** A linear model is soon trained. */
  private static final String ANSWER =
      SampleAnswers.iris(1)
          .replace("@Answers(\"iris\")", "@Answers(\"fashion-mnist\")")
          .replace("Normalization.layer(),", "dev.assay.keras.layers.Flatten.layer(),")
          .replace("Dense.of(16).activation(Activation.RELU),", "");

  @TempDir private Path folder;

  private Run grade(Object... more) {
    Object[] args = {"grade", folder.resolve("class"), "--out", folder.resolve("out")};
    Object[] line = new Object[args.length + more.length];
    System.arraycopy(args, 0, line, 0, args.length);
    System.arraycopy(more, 0, line, args.length, more.length);
    return Run.of(line);
  }

  private JsonNode dataset(String name) throws IOException {
    Path file = folder.resolve("out").resolve(name).resolve("fashion-mnist/result.json");
    return new ObjectMapper().readTree(file.toFile()).get("dataset");
  }

  @Test
  @Tag("exhaustive")
  void allAnswersOfARunHaveTheSameHiddenPartAlsoWhenItIsResumed() throws Exception {
    SampleAnswers.write(folder.resolve("class/ann"), ANSWER);
    SampleAnswers.write(folder.resolve("class/ben"), "class Unfinished {");
    Run first = grade("--problem", "fashion-mnist", "--fresh-hidden");
    assertThat(first.code()).as(first.out() + first.err()).isEqualTo(1);
    assertThat(first.out()).contains("data embedded+fresh", "drawn anew for this batch");
    JsonNode drawn = dataset("ann");
    assertThat(drawn.get("variant").asText()).isEqualTo("embedded+fresh");
    assertThat(drawn.get("hidden").asInt()).isEqualTo(1000);
    SampleAnswers.write(folder.resolve("class/ben"), ANSWER + "// finished");
    Run second = grade("--problem", "fashion-mnist", "--fresh-hidden", "--resume");
    assertThat(second.out()).as(second.err()).contains("ann / fashion-mnist: ");
    assertThat(dataset("ann")).isEqualTo(drawn);
    assertThat(dataset("ben")).isEqualTo(drawn);
  }

  @Test
  void problemsAndVariantsThatCannotBeDrawnAreNamedBeforeAnythingIsGraded() throws Exception {
    SampleAnswers.write(folder.resolve("class/ann"), ANSWER);
    assertRefused(
        grade("--fresh-hidden"),
        "cannot draw a fresh hidden part for ",
        "iris/embedded",
        "mnist/embedded",
        "only for fashion-mnist/embedded, multi-label/embedded",
        "Add --problem fashion-mnist --data embedded");
    assertRefused(
        grade("--fresh-hidden", "--problem", "fashion-mnist", "--data", "full"),
        "fashion-mnist/full");
    assertRefused(
        grade("--fresh-hidden", "--hidden", folder.resolve("x.sealed")), "cannot be combined");
    assertThat(Files.exists(folder.resolve("out"))).isFalse();
  }

  private static void assertRefused(Run run, String... words) {
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(2);
    assertThat(run.err()).contains(words);
  }
}
