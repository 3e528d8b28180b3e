package dev.assay.cli.exam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Run;
import dev.assay.cli.SampleAnswers;
import dev.assay.commons.text.DisplayWidth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands of an exam, with answers that are not trained. */
class ExamCommandsTest {
  @TempDir private Path folder;

  private final Locale usual = Locale.getDefault();

  @BeforeEach
  void keepExamsApart() {
    System.setProperty("assay.state", folder.resolve("상태").toString());
  }

  @AfterEach
  void restore() {
    System.clearProperty("assay.state");
    Locale.setDefault(usual);
  }

  private static Run exam(Object... args) {
    Object[] line = Stream.concat(Stream.of("exam"), Stream.of(args)).toArray();
    return Run.of(line);
  }

  private Run start(Object... more) {
    Object[] args =
        Stream.concat(Stream.of("start", "quick", "--seed", "3", "--out", mine()), Stream.of(more))
            .toArray();
    Run run = exam(args);
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  private Path mine() {
    return folder.resolve("내 시험");
  }

  private static void assertRefused(Run run, String... words) {
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(2);
    assertThat(run.err()).contains(words);
  }

  private String id() throws IOException {
    try (Stream<Path> exams = Files.list(folder.resolve("상태/exams"))) {
      return exams.findFirst().orElseThrow().getFileName().toString();
    }
  }

  @Test
  void sheetsAndStartersAreHandedOutInTheLanguageOfTheExam() throws IOException {
    Run run = start("--lang", "ko");
    assertThat(run.out()).contains("시작했습니다", "제한 시간 60분");
    assertThat(Files.readString(mine().resolve("iris/sheet.md"))).contains("붓꽃");
    assertThat(Files.readString(mine().resolve("iris/IrisAnswer.java")))
        .contains("@Answers(\"iris\")")
        .doesNotContain("%PACKAGE%");
    assertThat(mine().resolve("basic-regression/BasicRegressionAnswer.java")).exists();
    assertThat(mine().resolve("mnist/sheet.md")).exists();
    Run status = exam("status", "--lang", "ko");
    assertThat(status.out()).contains("60분 가운데", "제출 없음", "5/5");
    assertThat(status.out().lines()).allMatch(line -> DisplayWidth.of(line) <= 200);
  }

  @Test
  void aSeedDrawsTheSameExam() throws IOException {
    start();
    assertThat(mine().resolve("iris")).isDirectory();
    assertThat(exam("finish").code()).isEqualTo(1);
    Run again = exam("start", "quick", "--seed", "3", "--out", folder.resolve("second"));
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(folder.resolve("second/iris")).isDirectory();
    assertThat(folder.resolve("second/mnist")).isDirectory();
  }

  @Test
  void oneExamAtATimeIsSat() {
    start();
    assertRefused(exam("start", "--out", folder.resolve("other")), "has not ended", "exam finish");
    assertThat(folder.resolve("other")).doesNotExist();
  }

  @Test
  void anAnswerThatDoesNotCompileIsToldAndTheReportSaysWhatToPractise() throws IOException {
    start();
    Path answer = mine().resolve("iris/IrisAnswer.java");
    Files.writeString(answer, "class Unfinished {");
    Run submitted = exam("submit", "iris");
    assertThat(submitted.code()).as(submitted.err()).isEqualTo(1);
    assertThat(submitted.out())
        .contains("iris, attempt 1: arrived after", "COMPILE_ERROR", "4 attempts are left");
    assertThat(exam("status").out()).contains("4/5", "does not pass");
    Run finished = exam("finish", "--lang", "ko", "--json");
    assertThat(finished.code()).as(finished.err()).isEqualTo(1);
    assertThat(finished.out())
        .startsWith("{")
        .contains("\"COMPILE_ERROR\"", "\"title\": \"짧은 시험\"");
    assertThat(finished.err()).contains("불합격", "다음에 연습할 것");
    String page = Files.readString(mine().resolve("report.html"));
    assertThat(page)
        .contains("<html lang=\"ko\">", "Content-Security-Policy", "짧은 시험", "<svg")
        .doesNotContain("http://", "src=\"http");
    assertThat(Files.readString(mine().resolve("report.txt"))).contains("짧은 시험: 불합격");
    assertRefused(exam("submit", "iris"), "the exam has ended");
    assertThat(exam("history").out()).contains(id(), "0.0 %", "not passed", "100 │");
    Run verified = exam("verify");
    assertThat(verified.code()).isZero();
    assertThat(verified.out()).contains("4 entries", "could have forged it");
    assertThat(exam("verify", "--exam", mine()).out()).contains(id());
  }

  @Test
  void whatIsNoAnswerCostsNoAttempt() throws IOException {
    start();
    assertRefused(exam("submit", "tulip", mine()), "Its problems are");
    assertRefused(exam("submit", "iris", folder.resolve("nothing")), "nothing");
    Path two = folder.resolve("two");
    SampleAnswers.write(two.resolve("ann"), SampleAnswers.iris(1));
    SampleAnswers.write(two.resolve("ben"), SampleAnswers.iris(1));
    assertRefused(exam("submit", "iris", two), "holds 2 submissions");
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertRefused(exam("submit", "iris", empty), "contains no Java file");
    assertThat(exam("status").out()).contains("5/5").doesNotContain("4/5");
  }

  @Test
  void aLedgerThatWasEditedIsNoticedByEveryCommand() throws IOException {
    start();
    Path ledger = mine().resolve("ledger.jsonl");
    String text = Files.readString(ledger);
    Files.writeString(ledger, text.replace("\"minutes\":60", "\"minutes\":600"));
    for (List<String> command :
        List.of(
            List.of("status"), List.of("submit", "iris"), List.of("pause"), List.of("finish"))) {
      assertRefused(exam(command.toArray()), "is not the one that Assay wrote: line 1 was changed");
    }
    Run verified = exam("verify");
    assertThat(verified.code()).isEqualTo(1);
    assertThat(verified.out()).contains("line 1 was changed");
    Run history = exam("history", "--lang", "ko");
    assertThat(history.code()).isZero();
    assertThat(history.err()).contains("뺐습니다", "1번째 줄이 바뀌었습니다");
    Run another = exam("start", "quick", "--out", folder.resolve("another"));
    assertThat(another.code()).as(another.err()).isZero();
    assertThat(another.err()).contains("line 1 was changed");
  }

  @Test
  void pausesAreToldAndEnded() {
    start();
    assertThat(exam("pause").out()).contains("is paused with", "pause --end");
    assertThat(exam("status").out()).contains("paused with");
    assertRefused(exam("submit", "iris"), "the exam is paused");
    assertThat(exam("pause", "--end").out()).contains("goes on with");
    assertRefused(exam("pause", "--end"), "is not paused");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "start course --minutes 0 | --minutes must be from 1 to 10,080. Received: 0",
        "start course --minutes 10081 | Received: 10081",
        "start nowhere.json | There is no blueprint nowhere.json: it is neither a file nor one of course, quick",
        "start course --seed x | --seed needs a whole number",
        "status | No exam has been started",
        "submit iris | No exam has been started",
        "status --exam other | There is no exam other",
        "submit | PROBLEM",
      })
  void wrongCommandsAreExplained(String line, String reason) {
    assertRefused(exam((Object[]) line.split(" ", -1)), reason);
    assertThat(folder.resolve("상태")).doesNotExist();
  }

  @Test
  void aMistakeInABlueprintIsToldWithItsLine() throws IOException {
    Path file = folder.resolve("시험.json");
    Files.writeString(file, "{\"id\": \"x\",\n\"title\": \"X\",\n\"minute\": 5}");
    assertRefused(exam("start", file, "--out", mine()), "시험.json cannot be used: line 3", "minute");
    assertThat(mine()).doesNotExist();
  }

  @Test
  void anExamIsSatInAnyLocale() {
    for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist", "de-DE")) {
      Locale.setDefault(Locale.forLanguageTag(tag));
      Run run = exam("start", "quick", "--out", folder.resolve(tag));
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(exam("status").out()).contains("5/5");
      assertThat(exam("finish").out()).contains("NOT PASSED with 0 %");
    }
    assertThat(exam("history").out())
        .containsPattern("20\\d\\d-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d");
  }
}
