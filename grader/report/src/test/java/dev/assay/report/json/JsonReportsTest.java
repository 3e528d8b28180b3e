package dev.assay.report.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.findings.Catalogue;
import dev.assay.findings.SentenceException;
import dev.assay.report.Entries;
import dev.assay.report.Golden;
import dev.assay.report.GradeReport;
import dev.assay.report.Reports;
import dev.assay.report.model.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonReportsTest {

  @TempDir Path folder;

  static List<GradeReport> reports() {
    return List.of(
        Reports.classification(),
        Reports.regression(),
        Reports.multiLabel(),
        Reports.compileError(),
        Reports.graderError());
  }

  @ParameterizedTest
  @MethodSource("reports")
  void whatIsWrittenIsReadBackEqual(GradeReport report) throws IOException {
    Path file = folder.resolve("run/alice/iris/result.json");
    JsonReports.write(report, file);
    assertThat(JsonReports.read(file)).isEqualTo(report);
  }

  @Test
  void messagesAreInTheLanguageThatIsAskedForAndTheRestIsTheSame() {
    List<GradeReport> reports = List.of(Reports.classification());
    String english = JsonReports.toJson(reports, Reports.entries(), Catalogue.english());
    String korean = JsonReports.toJson(reports, Reports.entries(), Catalogue.korean());
    assertThat(korean).contains("과적합").doesNotContain("overfitting");
    assertThat(withoutTexts(korean)).isEqualTo(withoutTexts(english));
  }

  private static String withoutTexts(String json) {
    return json.replaceAll("\"(?:message|advice)\": \"(?:[^\"\\\\]|\\\\.)*\"", "");
  }

  @Test
  void aFullReportIsWrittenAsTheGolden() throws IOException {
    Golden.check("result.json", JsonReports.toJson(Reports.classification()));
  }

  @Test
  void nanAndInfinityAreWrittenAsNullAndReadAsNan() throws IOException {
    Path file = folder.resolve("result.json");
    JsonReports.write(Reports.diverged(), file);
    assertThat(Files.readString(file))
        .contains("\"loss\": null", "\"learningRate\": null")
        .doesNotContain("NaN,", "Infinity");
    Training training = Objects.requireNonNull(JsonReports.read(file).stages().training());
    assertThat(training.history().get(0).values()).containsEntry("loss", Double.NaN);
    assertThat(training.history().get(0).learningRate()).isNaN();
  }

  @Test
  void aRunIsAnObjectWithItsVersionItsResultsAndItsEntries() {
    assertThat(JsonReports.toJson(List.of(), Entries.of(List.of()), Catalogue.english()))
        .startsWith(
            "{\n  \"schemaVersion\": 2,\n  \"results\": [],\n  \"entries\": {\n    \"seen\": 0,");
    assertThat(JsonReports.toJson(Reports.all(), Reports.entries(), Catalogue.english()))
        .startsWith("{\n  \"schemaVersion\": 2,\n  \"results\": [ {\n    \"schemaVersion\": 2,")
        .contains("\"seen\": 2,\n    \"graded\": 1,\n    \"leftOut\": 1,")
        .endsWith("}\n}\n")
        .doesNotContain("\r");
  }

  @Test
  void whatCouldHarmAReaderIsEscapedAndReadBackAsItWas() throws IOException {
    String id =
        "x\uD800y\u0000\u007F\u0085\u009B31m\u2028\u2029\u202Ea\u2066b\u200E\u061C\u200B\uFEFF \uD55C e\u0301 \uD83D\uDE00";
    Path file = folder.resolve("result.json");
    GradeReport report = Reports.named(id, Reports.classification());
    JsonReports.write(report, file);
    assertThat(JsonReports.read(file).submission().id()).isEqualTo(id);
    assertThat(JsonReports.read(file)).isEqualTo(report);
    assertThat(Files.readString(file))
        .contains(
            "x\\uD800y\\u0000\\u007F\\u0085\\u009B31m\\u2028\\u2029\\u202Ea\\u2066b\\u200E\\u061C\\u200B\\uFEFF \uD55C e\u0301 \uD83D\uDE00");
    assertThat(JsonReports.toJson(List.of(report), Reports.entries(), Catalogue.english()))
        .contains("\\u202E")
        .doesNotContain("\u202E");
  }

  @Test
  void anOlderReportIsReplacedAndNothingElseIsLeft() throws IOException {
    Path file = folder.resolve("result.json");
    JsonReports.write(Reports.classification(), file);
    JsonReports.write(Reports.regression(), file);
    assertThat(JsonReports.read(file)).isEqualTo(Reports.regression());
    assertThat(names()).containsExactly(Path.of("result.json"));
  }

  @Test
  void aFailedWriteNamesTheFileAndLeavesNothing() throws IOException {
    Path file = Files.createDirectory(folder.resolve("result.json"));
    Files.createFile(file.resolve("in the way"));
    assertThatThrownBy(() -> JsonReports.write(Reports.classification(), file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("The result " + file + " cannot be written: ");
    assertThat(names()).containsExactly(Path.of("result.json"));
  }

  @Test
  void aFolderThatIsAFileNamesTheReport() throws IOException {
    Path file = Files.createFile(folder.resolve("run")).resolve("result.json");
    assertThatThrownBy(() -> JsonReports.write(Reports.classification(), file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("The result " + file + " cannot be written: ");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> JsonReports.read(folder.resolve("none.json")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "problem": "iris"   | "problem": "iris", "extra": 1          | extra
          "problem": "iris"   | "problem": "iris", "problem": "iris"   | Duplicate field 'problem'
          "problem": "iris",  | ``                                     | problem
          "points": 5         | "points": "5"                          | points
          "points": 5         | "points": 5.0                          | points
          "points": 5         | "points": null                         | points
          "points": 5         | "points": 6                            | points must be in [0, 5]
          "value": 0.9        | "value": "NaN"                         | metric.value
          "value": 0.9        | "value": 1e999                         | metric.value
          "direction": "higher" | "direction": "HIGHER"                | metric.direction
          "verdict": "PASSED" | "verdict": "passed"                    | verdict
          "verdict": "PASSED" | "verdict": 0                           | verdict
          "OVERFITTING"       | "NO_SUCH_CODE"                         | FindingCode
          "epoch": 12,        | "era": 12,                             | OVERFITTING needs the arguments
          "PASSED_BY_COUNT"   | "NO_SUCH_CODE"                         | There is no text with the code
          "epoch": 2          | "epoch": 1.5                           | whole number
          "epoch": 2          | "epoch": 2, "epoch": 3                 | Duplicate field 'epoch'
          [ -1, 3 ]           | [ null, 3 ]                            | outputShape's element must not be null
          [ 5, 20 ]           | null                                   | confusion's element must not be null
          "macro_f1": 0.9     | "macro_f1": true                       | macro_f1
          """)
  void aDocumentThatIsNoResultIsRefused(String right, String wrong, String complaint)
      throws IOException {
    String document = JsonReports.toJson(Reports.classification());
    assertThat(document).contains(right);
    Path file = folder.resolve("result.json");
    Files.writeString(file, document.replace(right, wrong));
    assertThatThrownBy(() -> JsonReports.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file + " is not a result: line ")
        .hasMessageContaining(complaint);
  }

  @Test
  void aResultOfAnEarlierAssaySaysThatItIsOne() throws IOException {
    String document = JsonReports.toJson(Reports.classification());
    Path file = folder.resolve("result.json");
    Files.writeString(file, document.replaceFirst("\"schemaVersion\": 2", "\"schemaVersion\": 1"));
    assertThatThrownBy(() -> JsonReports.read(file))
        .isInstanceOf(SentenceException.class)
        .hasMessage(
            "%s was written by another version of Assay (schemaVersion 1; this one reads 2)."
                .formatted(file));
  }

  @Test
  void textsOfAResultAreMadeAnewWhenItIsRead() throws IOException {
    GradeReport report = Reports.classification();
    Path file = folder.resolve("result.json");
    Files.writeString(
        file, JsonReports.toJson(report).replace("the model is memorising", "el modelo memoriza"));
    assertThat(JsonReports.read(file)).isEqualTo(report);
    assertThat(JsonReports.toJson(JsonReports.read(file))).isEqualTo(JsonReports.toJson(report));
  }

  @Test
  void textAfterTheDocumentIsRefused() throws IOException {
    Path file = folder.resolve("result.json");
    Files.writeString(file, JsonReports.toJson(Reports.classification()) + "{}");
    assertThatThrownBy(() -> JsonReports.read(file)).hasMessageContaining("Trailing token");
  }

  private List<Path> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::getFileName).toList();
    }
  }
}
