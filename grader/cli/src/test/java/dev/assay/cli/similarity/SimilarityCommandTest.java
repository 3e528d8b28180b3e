package dev.assay.cli.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Run;
import dev.assay.cli.SampleAnswers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class from grading on: two share what they wrote, one worked alone, one does not compile. */
class SimilarityCommandTest {
  private static final String OWN =
      """
        // my sister said that forty epochs are enough for flowers
        private static String noteToMyself() {
          // do not forget to thank her when this is over
          return "forty epochs are enough <b>said</b> Minji";
        }

        // nobody reads down to here anyway, so hello to you
      }
      """;

  @TempDir private static Path folder;

  @BeforeAll
  static void gradeAClass() throws IOException {
    String anna = SampleAnswers.iris(2).stripTrailing().replaceFirst("}$", OWN);
    String ben =
        anna.replace("noteToMyself", "spare")
            .replace("Dense.of(16)", "Dense.of(17)")
            .replace("class IrisAnswer", "class BensAnswer");
    Path given = folder.resolve("class");
    Files.createDirectories(given);
    SampleAnswers.zip(given.resolve("anna.zip"), anna);
    SampleAnswers.write(given.resolve("ben"), ben);
    SampleAnswers.write(given.resolve("cleo"), SampleAnswers.iris(3));
    SampleAnswers.write(given.resolve("dan"), "class Unfinished {");
    assertThat(Run.of("grade", given, "--out", out()).code()).isEqualTo(1);
  }

  private static Path out() {
    return folder.resolve("out");
  }

  @Test
  void twoWhoShareRareChoicesAreShownAndNothingIsDecided() throws IOException {
    String before = Files.readString(out().resolve("anna/iris/result.json"));
    Run run = Run.of("similarity", out());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().replaceAll("\\s+", " "))
        .startsWith("This is no verdict: ")
        .contains(
            "anna and ben share ",
            "- Comments with the same words, in 2 of 4 answers: my sister said that forty epochs",
            "The same text, in 2 of 4 answers: \"forty epochs are enough <b>said</b> Minji\"",
            "The same unused code apart from names and numbers, in 2 of 4 answers: ",
            "Only 4 answers were compared.")
        .doesNotContain("cleo", "dan", "anna and anna");
    assertThat(Files.readString(out().resolve("anna/iris/result.json"))).isEqualTo(before);
  }

  @Test
  void thePageOfTheClassShowsItOnceItWasLookedFor() throws IOException {
    assertThat(Run.of("similarity", out()).code()).isZero();
    assertThat(Run.of("report", out()).code()).isZero();
    assertThat(Files.readString(out().resolve("index.html")))
        .contains(
            "Answers that share rare choices",
            "This is no verdict",
            "<summary>anna and ben share ",
            "forty epochs are enough &lt;b&gt;said&lt;/b&gt; Minji");
    assertThat(Files.readString(out().resolve("anna/iris/index.html")))
        .doesNotContain("share rare choices", "Minji");
  }

  @Test
  void itSpeaksKorean() {
    Run run = Run.of("similarity", out(), "--lang", "ko");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().replaceAll("\\s+", " "))
        .startsWith("이것은 판정이 아닙니다.")
        .contains("anna 답안과 ben 답안이 드문 선택", "- 같은 단어가 든 주석, 답안 4개 가운데 2개: ");
    assertThat(Run.of("similarity", "--help", "--lang", "ko").out()).contains("두 답안을 나란히");
  }

  @Test
  void jsonHasTheEvidenceAsData() {
    Run run = Run.of("similarity", out(), "--json");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("{\n")
        .contains("\"first\" : \"anna\"", "\"second\" : \"ben\"", "\"code\" : \"SIMILAR_CHOICE\"")
        .doesNotContain("\"verdict\"");
  }

  @Test
  void whatWasHandedOutIsTakenAway() throws IOException {
    Path lecture = folder.resolve("lecture/Lecture.java");
    Files.createDirectories(folder.resolve("lecture"));
    Files.writeString(lecture, "class Lecture {\n" + OWN);
    Run run = Run.of("similarity", out(), "--handed-out", lecture);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().replaceAll("\\s+", " "))
        .startsWith("4 answers were compared; no two share enough choices that are rare");
  }

  @Test
  void sourcesThatAreNotWhatWasGradedAreSaidToBeMissing(@TempDir Path other) throws IOException {
    SampleAnswers.write(other.resolve("ben"), SampleAnswers.iris(3));
    Run run = Run.of("similarity", out(), "--submissions", other);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("The sources of 3 answers were not found or have changed", "anna, ben, dan");
  }

  @Test
  void whatIsNoRunOrNoSubmissionIsNamed(@TempDir Path empty) {
    assertThat(Run.of("similarity", empty).code()).isEqualTo(2);
    assertThat(Run.of("similarity", empty).err()).contains("is not the folder of a run");
    Run run = Run.of("similarity", out(), "--submissions", empty.resolve("none"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("none");
  }
}
