package dev.assay.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.findings.Catalogue;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.ProblemGrade;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The points of a class are the same in every format that has any. */
class EveryFormatAgreesTest {
  private static final int STUDENTS = 200;
  private static final Gradebook GRADES = SampleClass.of(STUDENTS);
  private static final ReportWriters WRITERS = ReportWriters.load();

  private static Map<String, String> expected() {
    Map<String, String> points = new TreeMap<>();
    for (GradebookRow row : GRADES.rows()) {
      for (int p = 0; p < GRADES.problems().size(); p++) {
        ProblemGrade grade = row.grades().get(p);
        String key = key(row.student().id(), p);
        switch (grade.state()) {
          case GRADED -> points.put(key, text(BigDecimal.valueOf(grade.points())));
          case MISSING -> points.put(key, "0");
          case PENDING, EXCUSED -> {}
        }
      }
    }
    return points;
  }

  private static String key(String student, int problem) {
    return student + "/" + GRADES.problems().get(problem).id();
  }

  private static String text(BigDecimal points) {
    return points.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }

  private static Export export(String format) throws IOException {
    return WRITERS.of(format).orElseThrow().write(request());
  }

  private static Export export(String format, DownloadedFile into) throws IOException {
    return WRITERS.of(format).orElseThrow().write(request().into(into));
  }

  private static ExportRequest request() {
    return ExportRequest.of(GRADES, Catalogue.english())
        .surroundings(
            new Surroundings(
                Map.of(
                    "CLASSROOM", "c",
                    "ASSIGNMENT", "a",
                    "SUBMISSION_TAG", "submit/1",
                    "COMMIT_URL", "https://x/c",
                    "RELEASE_URL", "https://x/r"),
                java.time.Instant.EPOCH));
  }

  private static List<CSVRecord> csv(ExportedFile file, char delimiter) throws IOException {
    String text = file.text().replace("\uFEFF", "");
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
    return format.parse(new StringReader(text)).getRecords();
  }

  /** Reads a table by the column in which the problems begin. */
  private static Map<String, String> table(List<CSVRecord> rows, int first, int begin) {
    Map<String, String> points = new TreeMap<>();
    for (int i = 0; i < STUDENTS; i++) {
      CSVRecord row = rows.get(begin + i);
      for (int p = 0; p < GRADES.problems().size(); p++) {
        String cell = row.get(first + p);
        if (!cell.isEmpty() && !cell.equals("EX")) {
          points.put(key(SampleClass.id(i), p), text(new BigDecimal(cell)));
        }
      }
    }
    return points;
  }

  @Test
  void tablesAgree() throws IOException {
    assertThat(table(csv(export("csv").files().get(0), ','), 8, 1)).isEqualTo(expected());

    Map<String, String> points = new TreeMap<>();
    List<CSVRecord> rows = csv(export("csv-long").files().get(0), ',');
    rows.subList(1, rows.size()).stream()
        .filter(row -> !row.get(7).isEmpty())
        .forEach(row -> points.put(row.get(0) + "/" + row.get(4), row.get(7)));
    assertThat(points).isEqualTo(expected());
  }

  @Test
  void filledInFilesAgree() throws IOException {
    DownloadedFile canvas = Downloads.canvas(GRADES, ",");
    assertThat(table(csv(export("canvas", canvas).files().get(0), ','), 6, 2))
        .isEqualTo(expected());
    DownloadedFile blackboard = Downloads.blackboard(GRADES);
    assertThat(table(csv(export("blackboard", blackboard).files().get(0), '\t'), 5, 1))
        .isEqualTo(expected());
    DownloadedFile brightspace = Downloads.brightspace(GRADES);
    assertThat(table(csv(export("brightspace", brightspace).files().get(0), ','), 5, 1))
        .isEqualTo(expected());
  }

  @Test
  void theGradebookOfMoodleAgreesForThoseWhoAreInIt() throws IOException {
    Map<String, String> points = new TreeMap<>();
    List<CSVRecord> rows = csv(export("moodle").files().get(0), ',');
    for (CSVRecord row : rows.subList(1, rows.size())) {
      for (int p = 0; p < GRADES.problems().size(); p++) {
        points.put(key(row.get(0).substring(1), p), row.get(5 + 2 * p));
      }
    }
    assertThat(points).isNotEmpty();
    assertThat(expected()).containsAllEntriesOf(points);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gradescope", "prairielearn", "classroom50"})
  void filesOfAutogradersAgree(String format) throws IOException {
    boolean whole = format.equals("classroom50");
    String name = whole ? "test-name" : "name";
    String points = format.equals("prairielearn") ? "points" : "score";
    Map<String, String> found = new TreeMap<>();
    for (ExportedFile file : export(format).files()) {
      String student = file.name().substring(0, file.name().indexOf('/'));
      for (JsonNode test : new ObjectMapper().readTree(file.text()).get("tests")) {
        found.put(student + "/" + test.get(name).asText(), text(test.get(points).decimalValue()));
      }
    }
    Map<String, String> wanted = expected();
    if (whole) {
      wanted.replaceAll(
          (key, value) -> new BigDecimal(value).setScale(0, RoundingMode.HALF_UP).toPlainString());
    }
    assertThat(found).isEqualTo(wanted);
  }

  @Test
  void theSumsOfCodegradeAgree() throws IOException {
    Map<String, BigDecimal> sums = new TreeMap<>();
    expected()
        .forEach(
            (key, value) ->
                sums.merge(
                    key.substring(0, key.indexOf('/')), new BigDecimal(value), BigDecimal::add));
    Map<String, BigDecimal> found = new TreeMap<>();
    for (ExportedFile file : export("codegrade").files()) {
      String first = file.text().lines().findFirst().orElseThrow();
      String share = new ObjectMapper().readTree(first).get("points").asText();
      found.put(
          file.name().substring(0, file.name().indexOf('/')),
          new BigDecimal(share.substring(0, share.indexOf('/'))));
    }
    assertThat(found.keySet()).isEqualTo(sums.keySet());
    found.forEach((student, sum) -> assertThat(sum).isEqualByComparingTo(sums.get(student)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"junit", "gitlab"})
  void testReportsAgree(String format) throws IOException {
    Map<String, String> found = new TreeMap<>();
    String problem = "";
    Pattern line = Pattern.compile("<(testsuite|property) name=\"([^\"]*)\"(?: value=\"(.*?)\")?");
    Matcher matcher = line.matcher(export(format).files().get(0).text());
    while (matcher.find()) {
      if (matcher.group(1).equals("testsuite")) {
        problem = matcher.group(2);
      } else if (matcher.group(2).startsWith("points.")) {
        found.put(matcher.group(2).substring(7) + "/" + problem, matcher.group(3));
      }
    }
    assertThat(found).isEqualTo(expected());
  }

  @ParameterizedTest
  @ValueSource(strings = {"markdown", "github"})
  void pagesAgree(String format) throws IOException {
    List<ExportedFile> files = export(format).files();
    List<String> rows =
        files.get(files.size() - 1).text().lines().filter(l -> l.startsWith("| ")).skip(1).toList();
    assertThat(rows).hasSize(STUDENTS);
    Map<String, String> found = new TreeMap<>();
    for (int i = 0; i < STUDENTS; i++) {
      List<String> cells = new ArrayList<>(List.of(rows.get(i).split("(?<!\\\\)\\|", -1)));
      assertThat(cells).hasSize(GRADES.problems().size() + 5);
      for (int p = 0; p < GRADES.problems().size(); p++) {
        Matcher points = Pattern.compile(" ([\\d.]+) .*").matcher(cells.get(2 + p));
        if (points.matches()) {
          found.put(key(SampleClass.id(i), p), points.group(1));
        }
      }
    }
    assertThat(found).isEqualTo(expected());
  }

  @Test
  void noFormatIsForgotten() {
    Set<String> read = new TreeSet<>();
    read.addAll(List.of("csv", "csv-long", "canvas", "blackboard", "brightspace", "moodle"));
    read.addAll(List.of("gradescope", "prairielearn", "classroom50", "codegrade"));
    read.addAll(List.of("junit", "gitlab", "markdown", "github"));
    read.add("jplag"); // has no points
    assertThat(read).containsExactlyElementsOf(WRITERS.formats());
  }
}
