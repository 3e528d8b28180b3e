package dev.assay.report.gradebook.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import dev.assay.findings.Catalogue;
import dev.assay.findings.SentenceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  static final String ALL =
      """
      {
        "schemaVersion": 1,
        "title": "기계 학습 1",
        "passMark": 60,
        "attempts": "best",
        "problems": [
          "iris",
          {"id": "mnist", "weight": 2.5, "due": "2026-05-11T14:59:00Z",
           "threshold": 0.9, "bands": [0.5, 0.6, 0.7, 0.8]}
        ],
        "timeZone": "Asia/Seoul",
        "due": "2026-05-04T23:59",
        "late": {"graceMinutes": 15, "percentPerDay": 10, "capPercent": 50,
                 "excusedDays": ["2026-05-05"]},
        "extensions": [
          {"student": "20261", "problem": "iris", "until": "2026-05-06T23:59", "reason": "ill"}
        ],
        "excused": [{"student": "20262", "problem": "mnist", "reason": "ill"}],
        "anonymousKey": "class.key"
      }
      """;

  @Test
  void everyFieldIsRead() throws Exception {
    ClassSettings settings = SettingsReader.read(ALL);
    assertThat(settings)
        .isEqualTo(
            new ClassSettings(
                "기계 학습 1",
                60,
                AttemptRule.BEST,
                List.of(
                    ProblemSettings.of("iris"),
                    new ProblemSettings(
                        "mnist",
                        2.5,
                        LocalDateTime.parse("2026-05-11T23:59").atZone(SEOUL),
                        0.9,
                        List.of(0.5, 0.6, 0.7, 0.8))),
                new Deadlines(
                    SEOUL,
                    LocalDateTime.parse("2026-05-04T23:59").atZone(SEOUL),
                    new LatePolicy(15, 10, 50, Set.of(LocalDate.parse("2026-05-05"))),
                    List.of(
                        new Extension(
                            "20261",
                            "iris",
                            LocalDateTime.parse("2026-05-06T23:59").atZone(SEOUL)))),
                List.of(new Excuse("20262", "mnist")),
                "class.key"));
    assertThat(settings.problem("mnist")).map(ProblemSettings::weight).contains(2.5);
  }

  @Test
  void everyFieldMayBeLeftOut() throws Exception {
    assertThat(SettingsReader.read("{}")).isEqualTo(ClassSettings.USUAL);
    assertThat(SettingsReader.read("{\"title\": null}")).isEqualTo(ClassSettings.USUAL);
  }

  @Test
  void aTimeWithAnOffsetNeedsNoZone() throws Exception {
    assertThat(SettingsReader.read("{\"due\": \"2026-05-04T23:59:00+09:00\"}").deadlines().due())
        .isEqualTo("2026-05-04T14:59:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]|the file must be a JSON object. Received: []",
        "``|the file must be a JSON object",
        "{\"pass\": 1}|there is no field pass. Fields that may stand there: schemaVersion, title",
        "{\"late\": {\"days\": 1}}|there is no field late.days.",
        "{\"schemaVersion\": 2}|schemaVersion must be 1. Received: 2",
        "{\"title\": \" \"}|title must be a text that is not blank. Received: \" \"",
        "{\"passMark\": 101}|passMark must be a number from 0 to 100. Received: 101",
        "{\"passMark\": \"5\"}|passMark must be a number. Received: \"5\"",
        "{\"attempts\": \"first\"}|attempts must be \"best\" or \"last\". Received: \"first\"",
        "{\"problems\": \"iris\"}|problems must be a list. Received: \"iris\"",
        "{\"problems\": [{\"weight\": 1}]}|problems[0].id is missing.",
        "{\"problems\": [\"iris\", \"iris\"]}|problems lists iris twice.",
        "{\"problems\": [{\"id\": \"iris\", \"weight\": -1}]}|problems[0].weight must be a number of at least 0.",
        "{\"problems\": [{\"id\": \"iris\", \"bands\": [\"a\"]}]}|problems[0].bands must be a list of numbers",
        "{\"timeZone\": \"Mars\"}|timeZone must be a time zone such as",
        "{\"due\": \"2026-05-04T23:59\"}|due needs the field timeZone",
        "{\"due\": \"tomorrow\"}|due must be a date with a time such as",
        "{\"late\": {\"graceMinutes\": 1.5}}|late.graceMinutes must be a whole number of at least 0.",
        "{\"late\": {\"graceMinutes\": -1}}|late.graceMinutes must be a whole number of at least 0.",
        "{\"late\": {\"excusedDays\": [\"5 May\"]}}|late.excusedDays must be a list of dates",
        "{\"extensions\": [{\"student\": \"a\"}]}|extensions[0].until is missing.",
        "{\"excused\": [{}]}|each entry of excused must name a student, a problem or both.",
        "{\"title\": 1, \"title\": 2}|line 1: Duplicate field 'title'",
      })
  void whatIsWrongIsNamed(String json, String message, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("class.json"), json);
    assertThatThrownBy(() -> SettingsReader.read(file))
        .isInstanceOf(SentenceException.class)
        .hasMessageStartingWith("The settings " + file + " cannot be used: " + message);
  }

  @Test
  void whatIsWrongIsSaidInKoreanToo(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("class.json"), "{\"passMark\": -1}");
    assertThatThrownBy(() -> SettingsReader.read(file))
        .isInstanceOfSatisfying(
            SentenceException.class,
            e ->
                assertThat(e.sentence().text(Catalogue.korean()))
                    .contains("passMark", "0 이상의 숫자", "여야 합니다"));
  }

  @Test
  void aFileThatIsNotThereIsNamed(@TempDir Path folder) {
    assertThatThrownBy(() -> SettingsReader.read(folder.resolve("no.json")))
        .hasMessageContaining("no.json cannot be used: NoSuchFileException");
  }

  @Test
  void theValuesCheckThemselvesAsWell() {
    assertThatThrownBy(() -> new Excuse(null, null)).hasMessageContaining("excused");
    assertThatThrownBy(() -> new ProblemSettings("iris", -1, null, null, null))
        .hasMessageContaining("weight");
    ClassSettings usual = ClassSettings.USUAL;
    assertThatThrownBy(
            () ->
                new ClassSettings(
                    null, 101, usual.attempts(), List.of(), Deadlines.NONE, List.of(), null))
        .hasMessageContaining("passMark");
    List<ProblemSettings> twice = List.of(ProblemSettings.of("iris"), ProblemSettings.of("iris"));
    assertThatThrownBy(
            () ->
                new ClassSettings(
                    null, 1, usual.attempts(), twice, Deadlines.NONE, List.of(), null))
        .hasMessageContaining("problems must differ");
  }

  private static JsonSchema schema() throws IOException {
    Path file = Path.of(System.getProperty("assay.home"), "reports/class.schema.json");
    String text = Files.readString(file);
    return JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder ->
                builder.schemaLoaders(
                    loaders -> loaders.schemas(Map.of("urn:assay:class:1", text))))
        .getSchema(SchemaLocation.of("urn:assay:class:1"));
  }

  @Test
  void theSchemaTakesWhatIsRead() throws IOException {
    JsonNode all = new ObjectMapper().readTree(ALL);
    assertThat(schema().validate(all)).isEmpty();
    assertThat(schema().validate(new ObjectMapper().readTree("{}"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"pass\": 1}",
        "{\"passMark\": 101}",
        "{\"attempts\": \"first\"}",
        "{\"problems\": [{}]}",
        "{\"late\": {\"graceMinutes\": -1}}",
        "{\"excused\": [{}]}",
        "{\"due\": \"tomorrow\"}",
      })
  void theSchemaRefusesWhatIsRefused(String json) throws IOException {
    assertThat(schema().validate(new ObjectMapper().readTree(json))).isNotEmpty();
  }
}
