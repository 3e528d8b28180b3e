package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import dev.assay.findings.Catalogue;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.report.json.JsonReports;
import dev.assay.report.model.ModelSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckSchemaTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String RESULT = "urn:assay:result:2";
  private static final String CHECK = "urn:assay:check:2";

  private final JsonSchema schema = schema();

  private static String read(String name) throws IOException {
    String home = Objects.requireNonNull(System.getProperty("assay.home"), "assay.home");
    return Files.readString(Path.of(home, "reports", name));
  }

  private static JsonSchema schema() {
    try {
      Map<String, String> schemas =
          Map.of(RESULT, read("result.schema.json"), CHECK, read("check.schema.json"));
      return JsonSchemaFactory.getInstance(
              SpecVersion.VersionFlag.V202012,
              builder -> builder.schemaLoaders(loaders -> loaders.schemas(schemas)))
          .getSchema(SchemaLocation.of(CHECK));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String checks() {
    Submission ann = new Submission("ann", "0".repeat(64));
    Finding note = Finding.of(FindingCode.OVERFITTING, "epoch", 12, "from", 0.3121, "to", 0.4871);
    ModelSummary model = Objects.requireNonNull(Reports.classification().stages().model());
    return JsonReports.checksToJson(
        List.of(
            new CheckedAnswer(ann, "iris", null, List.of(), List.of(note), model),
            new CheckedAnswer(
                ann, "none", Verdict.NO_ANSWER, Reports.said("No class."), List.of(), null)),
        Catalogue.english());
  }

  @Test
  void theSchemaIsASchema() throws IOException {
    JsonSchema metaSchema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SchemaLocation.of(SpecVersion.VersionFlag.V202012.getId()));
    assertThat(metaSchema.validate(MAPPER.readTree(read("check.schema.json")))).isEmpty();
  }

  @Test
  void whatWasCheckedIsValid() throws IOException {
    JsonNode document = MAPPER.readTree(checks());
    assertThat(schema.validate(document)).isEmpty();
    assertThat(document.at("/results/0/verdict").isNull()).isTrue();
    assertThat(document.at("/results/0/model/parameters").asLong()).isPositive();
    assertThat(document.at("/results/1/verdict").asText()).isEqualTo("NO_ANSWER");
    assertThat(
            schema.validate(
                MAPPER.readTree(JsonReports.checksToJson(List.of(), Catalogue.english()))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "problem": "iris"          | "problem": "iris", "extra": 1
          "problem": "iris",         | ``
          "verdict": "NO_ANSWER"     | "verdict": "PASSED"
          "verdict": "NO_ANSWER"     | "verdict": null
          "verdict": "NO_ANSWER"     | "verdict": "OK"
          "message": "No class."     | "message": null
          "severity": "warning"      | "severity": "fatal"
          "schemaVersion": 2         | "schemaVersion": 1
          """)
  void aWrongDocumentIsRefused(String right, String wrong) throws IOException {
    assertThat(checks()).contains(right);
    assertThat(schema.validate(MAPPER.readTree(checks().replace(right, wrong)))).isNotEmpty();
  }

  @Test
  void aVerdictNeedsItsMessage() {
    Submission ann = new Submission("ann", null);
    assertThatThrownBy(
            () -> new CheckedAnswer(ann, "iris", Verdict.CRASHED, List.of(), List.of(), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("verdict and reasons must be given together. Received: CRASHED and []");
  }
}
