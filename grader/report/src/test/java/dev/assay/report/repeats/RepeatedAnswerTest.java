package dev.assay.report.repeats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import dev.assay.report.GradeReport;
import dev.assay.report.Reports;
import dev.assay.report.Verdict;
import dev.assay.report.json.RepeatsJson;
import dev.assay.report.repeats.RepeatedAnswer.Repeat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RepeatedAnswerTest {
  private static RepeatedAnswer scored(int... correct) {
    List<Repeat> repeats =
        IntStream.range(0, correct.length)
            .mapToObj(
                i ->
                    new Repeat(
                        i,
                        correct[i] >= 45 ? Verdict.PASSED : Verdict.FAILED,
                        correct[i] / 10,
                        Reports.accuracy(correct[i], 50, 0.9)))
            .toList();
    return new RepeatedAnswer("anna", "iris", repeats);
  }

  @Test
  void theMedianIsTheMiddleOrTheMeanOfTheMiddleTwo() {
    assertThat(scored(50, 40, 45).median()).hasValue(0.9);
    assertThat(scored(50, 40, 45, 43).median()).hasValue(0.88);
    assertThat(scored(40, 50).values()).containsExactly(0.8, 1.0);
    Repeat stopped = new Repeat(1, Verdict.COMPILE_ERROR, 0, null);
    assertThat(new RepeatedAnswer("a", "iris", List.of(stopped)).median()).isEmpty();
  }

  /** With all of n passing the lower end is 0.025^(1/n), from the binomial distribution. */
  @Test
  void theShareThatPassesHasItsExactInterval() {
    RepeatedAnswer all = scored(50, 46, 45);
    assertThat(all.passed()).isEqualTo(3);
    assertThat(all.share().low()).isCloseTo(Math.pow(0.025, 1 / 3.0), Offset.offset(1e-9));
    assertThat(all.share().high()).isEqualTo(1);
    assertThat(scored(50, 44).mostlyPasses()).isFalse();
    assertThat(scored(50, 45, 44).mostlyPasses()).isTrue();
  }

  @Test
  void gradingsOfOneAnswerAreFoundInAllRuns() {
    Map<Long, List<GradeReport>> runs = new LinkedHashMap<>();
    runs.put(5L, List.of(Reports.classification(), Reports.compileError()));
    runs.put(6L, List.of(Reports.compileError(), Reports.classification()));
    List<RepeatedAnswer> answers = RepeatedAnswer.of(runs);
    assertThat(answers).extracting(RepeatedAnswer::submission).startsWith("alice").hasSize(2);
    assertThat(answers.get(0).repeats()).extracting(Repeat::seed).containsExactly(5L, 6L);
  }

  @Test
  void theDocumentIsAsItsSchemaSays() throws IOException {
    Map<Long, List<GradeReport>> runs =
        Map.of(42L, List.of(Reports.classification(), Reports.compileError()));
    JsonNode json = new ObjectMapper().readTree(RepeatsJson.of(RepeatedAnswer.of(runs)));
    String schema =
        Files.readString(Path.of(System.getProperty("assay.home"), "reports/repeats.schema.json"));
    assertThat(
            JsonSchemaFactory.getInstance(
                    SpecVersion.VersionFlag.V202012,
                    builder ->
                        builder.schemaLoaders(
                            loaders -> loaders.schemas(Map.of("urn:assay:repeats:1", schema))))
                .getSchema(SchemaLocation.of("urn:assay:repeats:1"))
                .validate(json))
        .isEmpty();
    assertThat(json.at("/answers/0/median").doubleValue()).isEqualTo(0.9);
    assertThat(json.at("/answers/1/median").isNull()).isTrue();
  }
}
