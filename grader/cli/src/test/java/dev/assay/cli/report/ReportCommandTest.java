package dev.assay.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Run;
import dev.assay.cli.SampleAnswers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages of a class from grading on: one passes, one does not compile, one handed in nothing.
 */
class ReportCommandTest {
  @TempDir private static Path folder;

  private static Run graded = new Run(0, "", "");

  @BeforeAll
  static void gradeAClass() throws IOException {
    SampleAnswers.write(folder.resolve("class/anna"), SampleAnswers.iris(40));
    SampleAnswers.write(folder.resolve("class/<b>ben"), "class <script>alert(1)</script> {}");
    Path roster = folder.resolve("roster.csv");
    Files.writeString(roster, "id,name,login\n1,Anna Kim,anna\n3,Cleo,cleo\n");
    graded = Run.of("grade", folder.resolve("class"), "--roster", roster, "--out", out(folder));
  }

  private static Path out(Path parent) {
    return parent.resolve("out");
  }

  private static String page(Path run, String... names) throws IOException {
    Path page = run;
    for (String name : names) {
      page = page.resolve(name);
    }
    return Files.readString(page.resolve("index.html"));
  }

  /** The results elsewhere, without pages. */
  private static Path copy(Path target) throws IOException {
    try (var files = Files.walk(out(folder))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = target.resolve(out(folder).relativize(file).toString());
        if (!file.endsWith("index.html") && !file.toString().contains("assets")) {
          Files.createDirectories(Objects.requireNonNull(copy.getParent()));
          Files.copy(file, copy);
        }
      }
    }
    return target;
  }

  @Test
  void everyGradeMakesPagesAndNamesThem() throws IOException {
    assertThat(graded.code()).as(graded.err()).isEqualTo(1);
    assertThat(graded.out())
        .contains("out/anna/iris/index.html\n")
        .containsPattern("Page: \\S*out/index.html\n");
    assertThat(page(out(folder), "anna", "iris"))
        .contains("Learning curves", "Confusion matrix", "The worst mistakes", "Passed");
    assertThat(page(out(folder)))
        .contains("Anna Kim", "Cleo", "Handed in nothing", "./anna/iris/index.html");
  }

  @Test
  void thePagesAreMadeAgainOfTheResults(@TempDir Path other) throws IOException {
    Path run = copy(other.resolve("run"));
    Run again = Run.of("report", run);
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.out()).containsPattern("Page: \\S*run/index.html\n");
    assertThat(page(run, "anna", "iris"))
        .isEqualTo(page(out(folder), "anna", "iris").replace("results of out<", "results of run<"));
    Run korean = Run.of("report", run, "--lang", "ko");
    assertThat(korean.out()).contains("페이지: ");
    assertThat(page(run, "anna", "iris")).contains("<html lang=\"ko\">", "학습 곡선");
  }

  @Test
  void pointsByHandAreOnThePagesAtOnce(@TempDir Path other) throws IOException {
    Path run = copy(other.resolve("run"));
    Run.of("override", run, "cleo", "iris", "3.5", "--comment", "exam <i>", "--by", "Kim");
    Run last = Run.of("override", run, "anna", "iris", "2", "--comment", "copied", "--by", "Kim");
    assertThat(last.out()).containsPattern("Page: \\S*run/index.html\n");
    assertThat(page(run))
        .contains("3.5 in place of 0 points, given by Kim: exam &lt;i&gt;")
        .doesNotContain("exam <i>");
    assertThat(page(run, "anna", "iris")).contains("2 in place of 5 points, given by Kim: copied");
  }

  @Test
  void whatIsNoRunIsRefused(@TempDir Path other) throws IOException {
    Run none = Run.of("report", other);
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("is not the folder of a run");
    Files.createFile(other.resolve(".assay-run"));
    Run empty = Run.of("report", other);
    assertThat(empty.code()).isEqualTo(2);
    assertThat(empty.err()).contains("contains no result.json of a run");
  }
}
