package dev.assay.cli.grade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.AssayProcess;
import dev.assay.cli.Run;
import dev.assay.cli.SampleAnswers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradeCommandTest {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  @TempDir private Path folder;

  @Test
  void jsonIsAllThereIsOnStandardOutput() throws IOException {
    Run run = Run.of("grade", "--problem", "iris", "--json", "--out", folder.resolve("out"));
    assertThat(run.code()).as(run.err()).isZero();
    JsonNode document = JSON.readTree(run.out());
    assertThat(document.fieldNames())
        .toIterable()
        .containsExactly("schemaVersion", "results", "entries");
    assertThat(document.get("results")).hasSize(1);
    JsonNode result = document.get("results").get(0);
    assertThat(result.get("verdict").asText()).isEqualTo("PASSED");
    assertThat(result)
        .isEqualTo(JSON.readTree(folder.resolve("out/reference/iris/result.json").toFile()));
    assertThat(run.err())
        .contains("reference / iris: Iris, data embedded", "val_loss", "* best, saved", "PASSED")
        .doesNotContain("\r", "\u001b");
  }

  /** A crash of TensorFlow's native code ends a worker only: the grader has not even loaded it. */
  @Test
  void anAnswerThatFailsExitsWith1AndTheGraderLoadsNoTensorFlow() throws Exception {
    Path answer = SampleAnswers.write(folder.resolve("emil"), SampleAnswers.iris(1));
    Path out = folder.resolve("out");
    Path log = folder.resolve("log.txt");
    ProcessBuilder builder = AssayProcess.of(folder, log, "grade", answer, "--out", out);
    builder
        .environment()
        .put("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + folder + "/classes-%p.txt");
    Process process = builder.start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(log)
        .content(StandardCharsets.UTF_8)
        .contains("FAILED", "0 of 1 passed", "Reports: " + out);
    assertThat(out.resolve("emil/iris/weights.safetensors")).isNotEmptyFile();
    assertThat(folder.resolve("classes-" + process.pid() + ".txt"))
        .content(StandardCharsets.UTF_8)
        .contains(" dev.assay.run.Grading ")
        .doesNotContain(" org.tensorflow.internal.c_api.");
  }

  /** A folder, a zip and one that does not compile: graded in order, whatever runs at a time. */
  @Test
  void aClassIsGradedInOrderAndTheSameSeveralAtATime() throws IOException {
    Path all = Files.createDirectories(folder.resolve("class"));
    SampleAnswers.write(all.resolve("ann"), SampleAnswers.iris(40));
    SampleAnswers.write(all.resolve("ben"), "class Broken {");
    SampleAnswers.zip(all.resolve("cleo.zip"), SampleAnswers.iris(2));
    Run one = Run.of("grade", all, "--problem", "iris", "--out", folder.resolve("one"));
    Run two =
        Run.of("grade", all, "--problem", "iris", "--jobs", 2, "--out", folder.resolve("two"));
    assertThat(one.code()).isEqualTo(1);
    assertThat(two.code()).isEqualTo(1);
    assertThat(one.err()).isEmpty();
    assertThat(one.out())
        .containsSubsequence("ann / iris", "ben / iris", "cleo / iris", "submission  problem")
        .containsSubsequence("\nann  ", "\nben  ", "COMPILE_ERROR", "\ncleo  ")
        .doesNotContain("\r", "\u001b");
    assertThat(two.out()).containsSubsequence("\nann  ", "\nben  ", "\ncleo  ");
    for (String name : new String[] {"ann", "ben", "cleo"}) {
      assertThat(withoutTimes("two", name)).isEqualTo(withoutTimes("one", name));
    }
    assertThat(withoutTimes("one", "cleo").get("training").get("epochs").asInt()).isEqualTo(2);
    assertThat(provenance("one", "cleo").get("mode").asText()).isEqualTo("reproducible");
    int cores = Math.min(Runtime.getRuntime().availableProcessors(), 8);
    assertThat(provenance("one", "cleo").get("threads").asInt()).isEqualTo(Math.min(cores, 4));
    assertThat(provenance("two", "cleo").get("threads").asInt()).isEqualTo(Math.max(1, cores / 2));
  }

  @Test
  void aResultSaysThatItWasMadeFast() throws IOException {
    Path answer = SampleAnswers.write(folder.resolve("dora"), SampleAnswers.iris(1));
    Run run = Run.of("grade", answer, "--fast", "--out", folder.resolve("fast"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(provenance("fast", "dora").get("mode").asText()).isEqualTo("fast");
  }

  private JsonNode provenance(String run, String submission) throws IOException {
    return result(run, submission).get("provenance");
  }

  private ObjectNode result(String run, String submission) throws IOException {
    return (ObjectNode)
        JSON.readTree(folder.resolve(run + "/" + submission + "/iris/result.json").toFile());
  }

  /** Without what hangs on the machine's load, and on how many cores a grading had. */
  private JsonNode withoutTimes(String run, String submission) throws IOException {
    ObjectNode result = result(run, submission);
    result.remove("timings");
    ((ObjectNode) result.get("provenance")).remove("threads");
    if (result.get("training") instanceof ObjectNode training) {
      training.remove("seconds");
      training.get("history").forEach(epoch -> ((ObjectNode) epoch).remove("seconds"));
    }
    return result;
  }
}
