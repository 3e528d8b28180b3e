package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.assay.findings.Catalogue;
import dev.assay.report.json.JsonReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResultSchemaTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String ID = "urn:assay:result:2";

  private final JsonNode document;
  private final JsonSchema schema;
  private final JsonSchema runSchema;

  ResultSchemaTest() throws IOException {
    String text = Files.readString(home().resolve("reports/result.schema.json"));
    document = MAPPER.readTree(text);
    schema = factory(text).getSchema(SchemaLocation.of(ID));
    runSchema = factory(text).getSchema(SchemaLocation.of(ID + "#/$defs/run"));
  }

  @Test
  void theSchemaIsASchema() {
    JsonSchema metaSchema =
        factory("{}").getSchema(SchemaLocation.of(SpecVersion.VersionFlag.V202012.getId()));
    assertThat(metaSchema.validate(document)).isEmpty();
  }

  static Stream<GradeReport> reports() {
    return Stream.concat(Reports.all().stream(), Stream.of(Reports.multiLabel()));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void everyReportIsValid(GradeReport report) throws IOException {
    assertThat(schema.validate(MAPPER.readTree(JsonReports.toJson(report)))).isEmpty();
  }

  @Test
  void aRunIsValid() throws IOException {
    assertThat(
            runSchema.validate(
                MAPPER.readTree(
                    JsonReports.toJson(Reports.all(), Reports.entries(), Catalogue.english()))))
        .isEmpty();
  }

  @Test
  void aRunWithAWrongResultIsRefused() throws IOException {
    String run =
        JsonReports.toJson(Reports.all(), Reports.entries(), Catalogue.english())
            .replace("\"points\": 5", "\"points\": -5");
    assertThat(runSchema.validate(MAPPER.readTree(run))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "problem": "iris"       | "problem": "iris", "extra": 1
          "problem": "iris",      | ``
          "problem": "iris"       | "problem": null
          "verdict": "PASSED"     | "verdict": "OK"
          "verdict": "PASSED"     | "verdict": "CRASHED"
          "points": 5             | "points": "5"
          "points": 5             | "points": -1
          "direction": "higher"   | "direction": "up"
          "low": 0.786            | "low": null
          "precision": 1.0        | "precision": 1.5
          "epoch": 2              | "epoch": 0
          "epoch": 2              | "epoch": 2, "member": 0
          "epoch": 2              | "epoch": 2, "fold": 0.5
          "train": 80             | "train": 80, "test": 50
          "threads": 1            | "threads": 0
          "mode": "fast"          | "mode": "FAST"
          "data": "auto"          | "data": 1
          "severity": "warning"   | "severity": "fatal"
          "schemaVersion": 2      | "schemaVersion": 1
          """)
  void aWrongReportIsRefused(String right, String wrong) throws IOException {
    String report = JsonReports.toJson(Reports.classification());
    assertThat(report).contains(right);
    Set<ValidationMessage> complaints =
        schema.validate(MAPPER.readTree(report.replace(right, wrong)));
    assertThat(complaints).isNotEmpty();
  }

  @Test
  void theSchemaKnowsEveryVerdict() {
    List<String> names = Arrays.stream(Verdict.values()).map(Verdict::name).toList();
    assertThat(document.at("/properties/verdict/enum"))
        .extracting(JsonNode::textValue)
        .containsExactlyElementsOf(names);
  }

  @Test
  void theReadmeNamesEveryField() throws IOException {
    Path readme = home().resolve("reports/README.md");
    Set<String> fields = new TreeSet<>();
    document
        .findValues("properties")
        .forEach(fieldsOf -> fieldsOf.fieldNames().forEachRemaining(fields::add));
    assertThat(fields).hasSizeGreaterThan(60);
    assertThat(Files.readString(readme)).contains(fields.stream().map(f -> "`" + f + "`").toList());
  }

  private static JsonSchemaFactory factory(String text) {
    return JsonSchemaFactory.getInstance(
        SpecVersion.VersionFlag.V202012,
        builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(ID, text))));
  }

  private static Path home() {
    return Path.of(Objects.requireNonNull(System.getProperty("assay.home"), "assay.home"));
  }
}
