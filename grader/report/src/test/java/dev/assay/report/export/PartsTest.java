package dev.assay.report.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.findings.Catalogue;
import dev.assay.findings.ExportCode;
import dev.assay.report.export.ReportWriter.Merging;
import dev.assay.report.gradebook.GradeState;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.ProblemGrade;
import dev.assay.report.gradebook.Student;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the writers are made of. */
class PartsTest {
  @ParameterizedTest
  @CsvSource({"4,4", "3.75,3.75", "3.666666,3.67", "0.005,0.01", "10.0,10", "100,100", "0,0"})
  void pointsHaveAtMostTwoDigits(double points, String text) {
    assertThat(Points.text(points)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"2.9999,59.99", "3,60", "2.9,58", "5,100", "0,0"})
  void aTotalIsNotRoundedIntoAPass(double points, String total) {
    ProblemGrade grade =
        new ProblemGrade(
            GradeState.GRADED, SampleClass.report("iris", "s", 3), null, points, 0, null);
    Gradebook grades = SampleClass.one(grade);
    GradebookRow row = grades.rows().get(0);
    assertThat(Points.total(grades, row).toPlainString()).isEqualTo(total);
    assertThat(grades.passed(row)).isEqualTo(Double.parseDouble(total) >= 60);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1", "+a", "-a", "@a", "\t=1", "\r=1", "\n1", "＝1", "＋1", "－1", "＠1", "-", "+1+1"
      })
  void formulasAreGuarded(String text) {
    assertThat(Cells.of(text)).startsWith("'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1.5", "+3", "1e5", "-2E-3", "a=b", "김", "'=1", " x"})
  void otherTextsAndNumbersStay(String text) {
    assertThat(Cells.of(text)).isEqualTo(text);
  }

  @Test
  void nothingIsAnEmptyCell() {
    assertThat(Cells.of(null)).isEmpty();
    assertThat(Cells.csv(List.of(List.of("a,b", "c\"d"), List.of("", "e"))))
        .isEqualTo("\"a,b\",\"c\"\"d\"\r\n\"\",e\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "anna,anna",
    "../x,__x",
    "a/b,a_b",
    "CON,_CON",
    "com1.txt,_com1.txt",
    "'',_",
    "김철수,김철수",
    "a.,a_",
    ".hidden,_hidden",
    "-rf,_rf",
    "a:b*c?,a_b_c_"
  })
  void namesOfFoldersAreSafe(String name, String safe) {
    assertThat(FolderNames.safe(name)).isEqualTo(safe);
  }

  @Test
  void longNamesAreCutBetweenCharacters() {
    assertThat(FolderNames.safe("\uD835\uDD38".repeat(60)))
        .hasSizeLessThanOrEqualTo(80)
        .matches("(\uD835\uDD38)+");
    assertThat(FolderNames.safe("x" + "\uD835\uDD38".repeat(60))).matches("x(\uD835\uDD38)+");
  }

  @Test
  void placesAreFoundInSentencesWithinSentences() {
    List<Place> places =
        Place.in(
            SampleClass.compileError("a", 2, "wrong").judgement().reasons(), Catalogue.english());
    assertThat(places).extracting(Place::line).containsExactly(12, 13);
    assertThat(places.get(0).file()).isEqualTo("src/Iris, Answer.java");
    assertThat(places.get(0).text()).contains("wrong");
    assertThat(
            Place.in(SampleClass.report("iris", "s", 1).judgement().reasons(), Catalogue.english()))
        .isEmpty();
  }

  @Test
  void textsAreCleanAndBounded() {
    assertThat(AnswerText.clean("a\u0007b\r\nc\u202Ed\n")).isEqualTo("a?b\nc?d");
    assertThat(AnswerText.cut("abc", 3)).isEqualTo("abc");
    assertThat(AnswerText.cut("a\uD83D\uDE00b", 2)).isEqualTo("a...");
    ProblemGrade grade = SampleClass.overridden(SampleClass.PROBLEMS.get(0), "s");
    String english = AnswerText.whole(grade, Catalogue.english());
    assertThat(english.lines().toList())
        .hasSizeGreaterThan(4)
        .last()
        .asString()
        .startsWith("OVERFITTING: ");
    assertThat(AnswerText.whole(grade, Catalogue.korean())).contains("4.25점");
    assertThat(AnswerText.message(grade, Catalogue.english())).doesNotContain("\n");
  }

  @Test
  void aGradeWithoutAResultSaysWhy() {
    for (GradeState state : GradeState.values()) {
      if (state != GradeState.GRADED) {
        ProblemGrade grade = ProblemGrade.without(state);
        assertThat(AnswerText.message(grade, Catalogue.english())).isNotBlank();
        assertThat(AnswerText.whole(grade, Catalogue.korean()))
            .isEqualTo(AnswerText.verdict(grade, Catalogue.korean()));
      }
    }
  }

  @Test
  void someProblemsAreChosenInTheGradebooksOrder() {
    Gradebook all = SampleClass.of(4);
    Gradebook some = Columns.only(all, List.of("basic-regression", "iris", "other"));
    assertThat(some.problems())
        .extracting(GradedProblem::id)
        .containsExactly("iris", "basic-regression");
    assertThat(some.rows().get(3).grades())
        .containsExactly(all.rows().get(3).grades().get(0), all.rows().get(3).grades().get(2));
    assertThat(some.title()).isEqualTo(all.title());
  }

  @Test
  void eachFormatHasANameOfItsOwn() {
    ReportWriters writers = ReportWriters.load();
    assertThat(writers.of("CANVAS")).containsInstanceOf(ReportWriter.class);
    assertThat(writers.of("xml")).isEmpty();
    assertThat(writers.all()).extracting(ReportWriter::format).isEqualTo(writers.formats());
    assertThat(
            writers.all().stream()
                .filter(writer -> writer.merging() == Merging.REQUIRED)
                .map(ReportWriter::format)
                .collect(Collectors.toList()))
        .containsExactly("blackboard", "brightspace", "canvas");
    List<ReportWriter> twice = List.copyOf(writers.all());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReportWriters(List.of(twice.get(0), twice.get(0))))
        .withMessageContaining("two writers have the format");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReportWriters(List.of(new Named("Not This"))))
        .withMessageContaining("lower-case");
    assertThat(StreamSupport.stream(writers.all().spliterator(), false)).hasSize(15);
  }

  private record Named(String format) implements ReportWriter {
    @Override
    public Shape shape() {
      return Shape.FILE;
    }

    @Override
    public String fileName() {
      return "x";
    }

    @Override
    public Export write(ExportRequest request) {
      return Export.of("x", "");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "/a", "a//b", "../a", "a/..", "a/./b", "a\\b", "a/"})
  void filesStayInThePlaceOfTheExport(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> ExportedFile.of(name, ""));
  }

  @Test
  void anExportHasFilesOfDifferentNames() {
    ExportedFile file = ExportedFile.of("a/b.txt", "김");
    assertThat(file.bytes()).isEqualTo("김".getBytes(StandardCharsets.UTF_8));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Export(List.of(file, file), List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Export(List.of(), List.of()));
  }

  @Test
  void aWriterIsGivenWhatItNeeds() {
    Surroundings surroundings = new Surroundings(Map.of("A", " b "), Instant.EPOCH);
    assertThat(surroundings.variable("A")).isEqualTo("b");
    assertThat(surroundings.variable("B")).isEmpty();
    ExportRequest request = ExportRequest.of(SampleClass.of(1), Catalogue.english());
    assertThatIllegalStateException().isThrownBy(request::file);
    assertThat(request.column("x").wantedColumn()).contains("x");
    assertThat(request.surroundings(surroundings).surroundings()).isEqualTo(surroundings);
  }

  @Test
  void everyCodeHasWordsInBothLanguages() {
    Student student = Student.unknown("김");
    for (ExportCode code : ExportCode.values()) {
      for (Catalogue texts : List.of(Catalogue.english(), Catalogue.korean())) {
        assertThat(texts.say(code, words(student))).as(code.name()).isNotBlank();
      }
    }
  }

  /** Every argument that some code takes. */
  private static Object[] words(Student student) {
    List<String> names = List.of(student.name(), "b", "c", "d", "e");
    return new Object[] {
      "option",
      "--x",
      "format",
      "csv",
      "near",
      true,
      "name",
      "csv",
      "formats",
      names,
      "grading",
      true,
      "folder",
      "f",
      "problem",
      "p",
      "problems",
      names,
      "students",
      2,
      "file",
      "f",
      "reason",
      "r",
      "columns",
      names,
      "wanted",
      names,
      "headers",
      names,
      "some",
      "some",
      "count",
      2,
      "names",
      names,
      "column",
      "STUDENT",
      "state",
      "MISSING",
      "points",
      "4",
      "raw",
      "5",
      "by",
      "Kim",
      "comment",
      "c",
      "variables",
      names,
      "passed",
      2,
      "graded",
      3
    };
  }
}
