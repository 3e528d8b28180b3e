package dev.assay.cli.grade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.Run;
import dev.assay.cli.SampleAnswers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers of a class with equal sources, of which one is graded. */
class EqualAnswersTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final FileTime BEFORE = FileTime.fromMillis(1000);
  private static final String ONCE = ": the same sources as ";

  @TempDir private Path folder;
  private Path all;
  private Path out;

  @BeforeEach
  void writeAClass() throws IOException {
    all = folder.resolve("class");
    out = folder.resolve("out");
    for (String name : List.of("ann", "cem", "eve")) {
      SampleAnswers.write(all.resolve(name), SampleAnswers.iris(1));
    }
    SampleAnswers.write(all.resolve("ben"), SampleAnswers.iris(2));
    for (String name : List.of("dan", "fay")) {
      String unmarked = SampleAnswers.iris(1).replace("@Answers(\"iris\")", "");
      SampleAnswers.write(all.resolve(name), unmarked);
    }
  }

  private Run grade(Object... more) {
    Object[] args = {"grade", all, "--problem", "iris", "--out", out, "--exit-zero"};
    return Run.of(Stream.of(args, more).flatMap(Stream::of).toArray());
  }

  private JsonNode result(String name) throws IOException {
    return result(out, name);
  }

  private static JsonNode result(Path run, String name) throws IOException {
    Path iris = run.resolve(name + "/iris/result.json");
    Path none = run.resolve(name + "/none/result.json");
    return MAPPER.readTree(Files.readString(Files.exists(iris) ? iris : none));
  }

  private boolean isFromEqual(String name) throws IOException {
    return result(name).get("fromEqualAnswer").booleanValue();
  }

  /** A result without the times. */
  private static ObjectNode untimed(Path run, String name) throws IOException {
    ObjectNode result = (ObjectNode) result(run, name);
    result.remove("timings");
    if (result.get("training") instanceof ObjectNode training) {
      training.remove("seconds");
      training.get("history").forEach(epoch -> ((ObjectNode) epoch).remove("seconds"));
    }
    return result;
  }

  /** A result without the times, the name and whose training it was. */
  private JsonNode graded(String name) throws IOException {
    ObjectNode copy = untimed(out, name);
    ((ObjectNode) copy.get("submission")).remove(List.of("id", "origin"));
    copy.remove("fromEqualAnswer");
    return copy;
  }

  @Test
  void equalAnswersAreGradedOnceAndSaidToBe() throws IOException {
    Run run = grade("--jobs", "2");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains(
            "cem / iris" + ONCE + "ann", "eve / iris" + ONCE + "ann", "fay / iris" + ONCE + "dan")
        .contains("3 answers have the same sources as another", "0 of 6 passed");
    for (String name : List.of("cem", "eve")) {
      assertThat(isFromEqual(name)).isTrue();
      assertThat(result(name).get("timings")).isEmpty();
      assertThat(graded(name)).isEqualTo(graded("ann"));
      assertThat(result(name).at("/submission/id").asText()).isEqualTo(name);
      assertThat(result(name).at("/submission/origin").asText()).endsWith("class/" + name);
      assertThat(out.resolve(name + "/iris/weights.safetensors"))
          .hasSameBinaryContentAs(out.resolve("ann/iris/weights.safetensors"));
      assertThat(Files.readString(out.resolve(name + "/iris/index.html")))
          .contains("Equal answers are graded once", "<h1>" + name)
          .doesNotContain("ann");
    }
    assertThat(isFromEqual("ann")).isFalse();
    assertThat(isFromEqual("ben")).isFalse();
    assertThat(result("fay").get("message").asText()).contains("fay").doesNotContain("dan");
  }

  @Test
  void takenUpAgainAnEqualAnswerIsNotTrainedAndOneThatIsNamedIs() throws IOException {
    grade();
    Path kept = out.resolve("ann/iris/result.json");
    Files.setLastModifiedTime(kept, BEFORE);
    JsonNode before = result("eve");
    Files.delete(out.resolve("eve/iris/result.json"));
    Run run = grade();
    assertThat(run.out())
        .contains("ann / iris: already graded", "cem / iris: already graded")
        .contains("eve / iris" + ONCE + "ann");
    assertThat(result("eve")).isEqualTo(before);
    assertThat(Files.getLastModifiedTime(kept)).isEqualTo(BEFORE);
    assertThat(grade("--only", "cem").out()).doesNotContain(ONCE);
    assertThat(isFromEqual("cem")).isFalse();
    assertThat(Files.getLastModifiedTime(kept)).isEqualTo(BEFORE);
    assertThat(graded("cem")).as("graded again").isEqualTo(graded("eve"));
  }

  @Test
  void aGradersFaultIsNobodyElsesResult() throws IOException {
    grade();
    Path first = out.resolve("ann/iris/result.json");
    Files.writeString(first, Files.readString(first).replace("\"FAILED\"", "\"GRADER_ERROR\""));
    Files.delete(out.resolve("cem/iris/result.json"));
    assertThat(grade().out()).contains("cem / iris" + ONCE + "ann").contains("0 of 6 passed");
    assertThat(isFromEqual("ann")).isFalse();
    assertThat(result("ann").get("verdict").asText()).isEqualTo("FAILED");
    assertThat(graded("cem")).isEqualTo(graded("ann"));
  }

  @Test
  @Tag("exhaustive")
  void shardsComeToWhatOneMachineComesTo() throws IOException {
    grade();
    Path run = folder.resolve("planned");
    assertThat(Run.of("plan", all, "--problem", "iris", "--out", run, "--shards", 2).code())
        .isZero();
    for (int shard = 1; shard >= 0; shard--) {
      Run graded = Run.of("grade", "--shard", shard + "/2", "--out", run, "--exit-zero");
      assertThat(graded.code()).as(graded.err()).isZero();
    }
    assertThat(Run.of("collect", run, "--exit-zero").code()).isZero();
    assertThat(untimed(run)).isEqualTo(untimed(out));
  }

  private static Map<String, JsonNode> untimed(Path run) throws IOException {
    Map<String, JsonNode> results = new TreeMap<>();
    for (String name : List.of("ann", "ben", "cem", "dan", "eve", "fay")) {
      results.put(name, untimed(run, name));
    }
    return results;
  }
}
