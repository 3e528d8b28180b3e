package dev.assay.exam.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlueprintReaderTest {
  private static final BlueprintReader READER =
      new BlueprintReader(
          List.of("basic-regression", "binary-classification", "fashion-mnist", "iris", "mnist"),
          List.of("auto", "embedded", "full"));

  private static final String ALL =
      """
      {
        "schemaVersion": 1,
        "id": "mid-term",
        "title": {"en": "Mid-term", "ko": "중간고사"},
        "minutes": 90,
        "passMark": 75.5,
        "disclosure": "blind",
        "pause": true,
        "scoring": {"rule": "majority", "repeats": 5},
        "data": {
          "variant": "embedded",
          "hidden": "sealed",
          "sealed": [{"problem": "iris", "file": "iris.sealed", "keyFile": "key"}],
          "publicPercent": 30
        },
        "language": "ko",
        "categories": [
          {"title": "Flowers", "problems": ["iris"], "weight": 2.5, "attempts": 3}
        ]
      }
      """;

  private static final String LEAST =
      "{\"id\": \"x\", \"title\": \"X\", \"minutes\": 1,\n"
          + "\"categories\": [{\"title\": \"A\", \"problems\": [\"iris\"]}]}";

  @Test
  void everyFieldIsRead() throws SentenceException {
    Blueprint all = READER.read("exam.json", ALL);
    assertThat(all.id()).isEqualTo("mid-term");
    assertThat(all.title().in(Locale.KOREAN)).isEqualTo("중간고사");
    assertThat(all.title().in(Locale.GERMAN)).isEqualTo("Mid-term");
    assertThat(all.rules())
        .isEqualTo(new ExamRules(90, 75.5, Disclosure.BLIND, true, RepeatRule.MAJORITY, 5));
    assertThat(all.data())
        .isEqualTo(
            new DataPlan(
                "embedded",
                HiddenKind.SEALED,
                List.of(new DataPlan.SealedFile("iris", "iris.sealed", "key")),
                30));
    assertThat(all.language()).isEqualTo(Locale.KOREAN);
    assertThat(all.categories())
        .containsExactly(new Category(new Label("Flowers", "Flowers"), List.of("iris"), 2.5, 3));
  }

  @Test
  void whatIsLeftOutHasItsDefault() throws SentenceException {
    Blueprint least = READER.read("exam.json", LEAST);
    assertThat(least.rules())
        .isEqualTo(new ExamRules(1, 90, Disclosure.EACH, false, RepeatRule.ONE, 1));
    assertThat(least.data()).isEqualTo(new DataPlan("auto", HiddenKind.PUBLISHED, List.of(), 50));
    assertThat(least.language()).isNull();
    assertThat(least.categories().get(0).attempts()).isEqualTo(10);
  }

  @Test
  void theBuiltInOnesFollowTheCourses() throws SentenceException {
    Blueprint course = READER.read("course", BuiltInBlueprints.json("course").orElseThrow());
    assertThat(course.rules().minutes()).isEqualTo(300);
    assertThat(course.rules().passMark()).isEqualTo(90);
    assertThat(course.categories().stream().map(Category::problems))
        .containsExactly(
            List.of("basic-regression"),
            List.of("mnist", "fashion-mnist", "iris"),
            List.of("mnist", "fashion-mnist"),
            List.of("binary-classification"));
    Blueprint quick = READER.read("quick", BuiltInBlueprints.json("quick").orElseThrow());
    assertThat(quick.rules().minutes()).isEqualTo(60);
    assertThat(quick.data().variant()).isEqualTo("embedded");
    assertThat(BuiltInBlueprints.json("slow")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"minutes\": 90 | \"minutes\": 0 | 5 | minutes must be a whole number in [1, 10080]. Received: 0",
        "\"minutes\": 90 | \"minutes\": 1.5 | 5 | Received: 1.5",
        "\"minutes\": 90 | \"minutes\": 1e99 | 5 | minutes must be a whole number",
        "\"passMark\": 75.5 | \"passMark\": 101 | 6 | passMark must be a number from 0 to 100",
        "\"blind\" | \"some\" | 7 | disclosure must be one of each, verdict, blind. Received: \"some\"",
        "\"pause\": true | \"pause\": 1 | 8 | pause must be true or false. Received: 1",
        "\"repeats\": 5 | \"repeats\": 1 | 9 | scoring.repeats must be a whole number in [2, 25]",
        "\"rule\": \"majority\", | | 9 | scoring.repeats must be a whole number in [1, 1]",
        "\"embedded\" | \"private\" | 11 | data.variant must be one of auto, embedded, full",
        "\"hidden\": \"sealed\", | | 13 | sealed sets need \"hidden\": \"sealed\"",
        "\"publicPercent\": 30 | \"publicPercent\": 95 | 14 | in [10, 90]. Received: 95",
        "\"language\": \"ko\" | \"language\": \"de\" | 16 | language must be one of en, ko",
        "[\"iris\"] | [\"tulip\"] | 18 | there is no problem tulip",
        "[\"iris\"] | [\"iris\", \"iris\"] | 18 | lists iris twice",
        "[\"iris\"] | [] | 18 | categories[0].problems must be a list that is not empty",
        "[\"iris\"] | [1] | 18 | categories[0].problems[0] must be a text",
        "\"weight\": 2.5 | \"weight\": -1 | 18 | categories[0].weight must be a positive number",
        "\"weight\": 2.5 | \"wait\": 2.5 | 18 | there is no field categories[0].wait",
        "\"id\": \"mid-term\" | \"id\": \"Mid term\" | 3 | id must be a name of lower-case letters",
        "\"schemaVersion\": 1 | \"schemaVersion\": 2 | 2 | schemaVersion must be 1",
        "\"ko\": \"중간고사\" | \"kr\": \"중간고사\" | 4 | there is no field title.kr",
        "\"minutes\": 90, | | 1 | minutes is missing",
        "\"pause\": true, | \"pause\": true | 9 | was expecting comma",
        "\"pause\": true, | \"pause\": true, \"pause\": true, | 8 | Duplicate field",
      })
  void aMistakeIsToldWithItsLine(String right, String wrong, int line, String reason) {
    assertThat(ALL).contains(right);
    String text = ALL.replace(right, wrong == null ? "" : wrong);
    assertThatThrownBy(() -> READER.read("exam.json", text))
        .isInstanceOf(SentenceException.class)
        .hasMessageContaining("The blueprint exam.json cannot be used: line " + line + ": ")
        .hasMessageContaining(reason);
  }

  @Test
  void categoriesNeedProblemsOfTheirOwn() {
    String two = LEAST.replace("[{", "[{\"title\": \"B\", \"problems\": [\"iris\"]},\n{");
    assertThatThrownBy(() -> READER.read("exam.json", two))
        .hasMessageContaining("line 2: the 2 categories need a different problem each");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "[]", "null", "1", "{} {}", "{\"id\": \"x\"", "\0"})
  void whatIsNoBlueprintIsRefused(String text) {
    assertThatThrownBy(() -> READER.read("exam.json", text))
        .isInstanceOf(SentenceException.class)
        .hasMessageContaining("exam.json cannot be used: line 1: ");
  }

  @Test
  void mistakesAreToldInKorean() {
    assertThatThrownBy(() -> READER.read("exam.json", ALL.replace("\"blind\"", "\"some\"")))
        .isInstanceOfSatisfying(
            SentenceException.class,
            e ->
                assertThat(e.sentence().text(Catalogue.korean()))
                    .contains("7번째 줄", "disclosure의 값은", "each, verdict, blind"));
  }

  private static JsonSchema schema() throws IOException {
    Path file = Path.of(System.getProperty("assay.home"), "reports/blueprint.schema.json");
    String text = Files.readString(file);
    return JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder ->
                builder.schemaLoaders(
                    loaders -> loaders.schemas(Map.of("urn:assay:blueprint:1", text))))
        .getSchema(SchemaLocation.of("urn:assay:blueprint:1"));
  }

  @Test
  void theSchemaTakesWhatIsRead() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    assertThat(schema().validate(mapper.readTree(ALL))).isEmpty();
    assertThat(schema().validate(mapper.readTree(LEAST))).isEmpty();
    for (String name : BuiltInBlueprints.NAMES) {
      String json = BuiltInBlueprints.json(name).orElseThrow();
      assertThat(schema().validate(mapper.readTree(json))).as(name).isEmpty();
    }
    assertThat(schema().validate(mapper.readTree(ALL.replace("\"blind\"", "\"some\""))))
        .isNotEmpty();
    assertThat(schema().validate(mapper.readTree("{}"))).isNotEmpty();
  }
}
