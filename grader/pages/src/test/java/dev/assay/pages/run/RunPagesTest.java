package dev.assay.pages.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Catalogue;
import dev.assay.pages.PageTexts;
import dev.assay.pages.SampleAnswers;
import dev.assay.pages.SampleClass;
import dev.assay.report.Entries;
import dev.assay.report.GradeReport;
import dev.assay.report.gradebook.Gradebook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunPagesTest {
  private static final long MOST_BYTES = 10_000_000;

  @TempDir private Path folder;

  private List<Path> files(String end) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    }
  }

  private String page(String submission, String problem) throws IOException {
    return Files.readString(folder.resolve(submission).resolve(problem).resolve("index.html"));
  }

  @Test
  void thereIsAPageForEachAnswerAndOneForTheClass() throws IOException {
    RunContents contents = SampleClass.small();
    Path page = SampleClass.write(contents, folder, Catalogue.english());
    assertThat(page).isEqualTo(folder.resolve("index.html"));
    assertThat(files("index.html")).hasSize(contents.reports().size() + 1);
    assertThat(files("assay.css")).hasSize(1);
    assertThat(Files.readString(page))
        .contains(
            "Anna Müller",
            "김민준",
            "Handed in nothing",
            "Taken off for lateness: 1",
            "3 in place of 0 points, given by Dr. Kim",
            "not handed in",
            "excused",
            "pending",
            "Row 3 has no id.",
            "list.txt",
            "href=\"./anna/mnist/index.html\"",
            "OVERFITTING");
    assertThat(page("hostile", "mnist")).contains("3 in place of 0 points, given by Dr. Kim");
    assertThat(page("zoe-2", "basic-regression"))
        .contains("href=\"../../zoe-1/basic-regression/index.html\"", "2026-05-04", "this page");
  }

  @Test
  void thePagesAreInTheLanguageThatIsAskedFor() throws IOException {
    Path page = SampleClass.write(SampleClass.small(), folder, Catalogue.korean());
    assertThat(Files.readString(page)).contains("<html lang=\"ko\">", "아무것도 제출하지 않음");
    assertThat(page("anna", "mnist")).contains("혼동 행렬", "학습 곡선", "가장 크게 틀린 예제");
  }

  @Test
  void namesAndOutputsStayText() throws IOException {
    SampleClass.write(SampleClass.small(), folder, Catalogue.english());
    for (Path file : files("index.html")) {
      String page = Files.readString(file);
      assertThat(page).doesNotContain("<script>", "<img src=x", "onerror=window.harmed=1>\n");
      assertThat(page)
          .contains(
              "Content-Security-Policy\" content=\"default-src &#39;none&#39;; script-src &#39;self&#39;");
    }
  }

  @Test
  void whatAnswersShareIsOnThePageOfTheClassAlone(@TempDir Path korean) throws IOException {
    Path page = SampleClass.write(SampleClass.small(), folder, Catalogue.english());
    assertThat(Files.readString(page))
        .contains(
            "This is no verdict",
            "anna and ben share 14 rare choices:",
            "and 13 more",
            "Equal graphs and plans for mnist, apart from names: anna, ben, minjun");
    assertThat(page("anna", "mnist")).doesNotContain("rare choices", "Equal graphs");
    assertThat(Files.readString(SampleClass.write(SampleClass.small(), korean, Catalogue.korean())))
        .contains("anna 답안과 ben 답안이 드문 선택 14가지를 공유합니다.");
  }

  @Test
  void nothingIsLoadedFromANetwork() throws IOException {
    SampleClass.write(SampleClass.small(), folder, Catalogue.english());
    for (Path file : files("index.html")) {
      assertThat(Files.readString(file)).doesNotContain("src=\"http", "href=\"http", "href=\"//");
    }
    assertThat(Files.readString(folder.resolve("assets/assay.css")))
        .doesNotContain("url(", "@import");
  }

  @Test
  void theClassOfTwoHundredIsBelowTenMegabytes() throws IOException {
    SampleClass.write(SampleClass.large(200), folder, Catalogue.english());
    assertThat(
            Stream.of(".html", ".css", ".js")
                .flatMap(
                    end -> {
                      try {
                        return files(end).stream();
                      } catch (IOException e) {
                        throw new UncheckedIOException(e);
                      }
                    })
                .mapToLong(file -> file.toFile().length())
                .sum())
        .isLessThan(MOST_BYTES);
  }

  @Test
  void aSinglePageContainsItsAssets() throws IOException {
    GradeReport report = SampleAnswers.digits("anna", 390, 40);
    Files.createDirectories(folder.resolve("anna/mnist"));
    Path page =
        new RunPages(folder, "run", new PageTexts(Catalogue.english()), false, "0.1.0")
            .write(report);
    assertThat(Files.readString(page))
        .contains("uPlot", "sha256-")
        .doesNotContain("<link rel=\"stylesheet");
    assertThat(folder.resolve("assets")).doesNotExist();
  }

  @Test
  void fromPseudonymsNoLinkLeadsToAName() throws IOException {
    RunContents contents = SampleClass.small();
    Gradebook named = contents.grades();
    GradeReport hidden = SampleAnswers.digits("swift-otter-1", 390, 4);
    Gradebook shown =
        new Gradebook(
            "Class",
            named.problems().subList(0, 1),
            50,
            List.of(
                new dev.assay.report.gradebook.GradebookRow(
                    dev.assay.report.gradebook.Student.unknown("swift-otter"),
                    List.of("swift-otter-1"),
                    List.of(
                        new dev.assay.report.gradebook.ProblemGrade(
                            dev.assay.report.gradebook.GradeState.GRADED,
                            hidden,
                            null,
                            5,
                            0,
                            null)))));
    Path page =
        SampleClass.write(
            new RunContents(contents.reports(), named, shown, Entries.of(List.of()), List.of()),
            folder,
            Catalogue.english());
    assertThat(Files.readString(page))
        .contains("swift-otter")
        .doesNotContain("./anna", "href=\"./swift");
  }
}
