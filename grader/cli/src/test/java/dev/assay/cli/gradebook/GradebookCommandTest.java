package dev.assay.cli.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Run;
import dev.assay.cli.SampleAnswers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class from hand-ins to grades: one passes a day late, one fails, one handed in nothing. */
class GradebookCommandTest {
  private static final String ROSTER =
      "id,name,login\n1,Anna Kim,anna\n2,Ben Ray,ben\n3,Cleo,cleo\n";
  private static final String SETTINGS =
      """
      {"title": "ML 1", "problems": ["iris"], "timeZone": "Europe/Berlin",
       "due": "2026-05-04T23:59", "late": {"percentPerDay": 10}}
      """;

  @TempDir private static Path folder;

  private static Run graded = new Run(0, "", "");

  @BeforeAll
  static void gradeAClass() throws IOException {
    SampleAnswers.write(folder.resolve("class/anna"), SampleAnswers.iris(40));
    SampleAnswers.write(folder.resolve("class/ben"), "class Nothing {}");
    time("anna", "2026-05-05T10:00:00Z");
    time("ben", "2026-05-04T10:00:00Z");
    Files.writeString(folder.resolve("roster.csv"), ROSTER + ",Nobody,\n");
    Files.writeString(folder.resolve("class.json"), SETTINGS);
    graded =
        Run.of(
            "grade",
            folder.resolve("class"),
            "--roster",
            folder.resolve("roster.csv"),
            "--settings",
            folder.resolve("class.json"),
            "--out",
            out());
  }

  private static void time(String name, String time) throws IOException {
    Files.setLastModifiedTime(
        folder.resolve("class").resolve(name).resolve("IrisAnswer.java"),
        FileTime.from(Instant.parse(time)));
  }

  private static Path out() {
    return folder.resolve("out");
  }

  private static String table(Run run) {
    return run.out().replaceAll(" +", " ");
  }

  @Test
  void gradingEndsWithTheGradebook() {
    assertThat(graded.code()).as(graded.err()).isEqualTo(1);
    assertThat(table(graded))
        .contains(
            "student iris total passed\n",
            "Anna Kim (1) 4.5L 90 % yes\n",
            "Ben Ray (2) 0 0 % no\n",
            "Cleo (3) - 0 % no\n",
            "L less because it was late\n",
            "ML 1: 3 students, 1 passed (pass mark 50 %), 0 open\n",
            "roster.csv, line 5: left out, because it has no id");
  }

  @Test
  void theGradebookIsMadeAgainOfTheRunsFolder() {
    Run run = Run.of("gradebook", out());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(table(run)).contains("Anna Kim (1) 4.5L 90 % yes\n");
    assertThat(Run.of("gradebook", out(), "--lang", "ko").out()).contains("합격", "학생");
  }

  @Test
  void pointsByHandAreShownAndCanBeTakenBack() throws IOException {
    Run run = Run.of("override", out(), "cleo", "iris", "3.5", "--comment", "exam in person");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(table(run)).contains("Cleo (3) 3.5* 70 % yes\n", "* points given by hand");
    assertThat(Files.readString(out().resolve("overrides.jsonl")))
        .contains("\"comment\":\"exam in person\"", "\"by\":");
    run = Run.of("override", out(), "3", "iris", "none", "--comment", "no", "--by", "Kim");
    assertThat(table(run)).contains("Cleo (3) - 0 % no\n");
  }

  /** 48 of 50 hidden examples are right: three bands of four, and a tenth is taken off. */
  @Test
  void keptPredictionsAreScoredUnderOtherRules() throws IOException {
    Path other = copy("scored");
    Path high =
        Files.writeString(
            folder.resolve("high.json"),
            SETTINGS.replace(
                "[\"iris\"]",
                "[{\"id\": \"iris\", \"threshold\": 1.0, \"bands\": [0.93, 0.94, 0.95, 0.999]}]"));
    Object[] score = {"score", other, "--settings", high, "--reason", "harder", "--by", "Kim"};
    Object[] dry = Arrays.copyOf(score, score.length + 1);
    dry[score.length] = "--dry-run";
    assertThat(Run.of(dry).out())
        .contains(
            "Anna Kim (1): iris 4.5 points (PASSED) -> 2.7 points (FAILED); total 90 % -> 54 %")
        .contains("Nothing was written");
    assertThat(other.resolve("scorings.jsonl")).doesNotExist();
    Run run = Run.of(score);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(table(run)).contains("1 result changes", "Anna Kim (1) 2.7L 54 % yes\n");
    assertThat(Files.readString(other.resolve("scorings.jsonl")))
        .contains("\"by\":\"Kim\",\"reason\":\"harder\",\"settings\":\"class.1.json\"");
    assertThat(Files.readString(other.resolve("anna/iris/result.1.json"))).contains("PASSED");
    assertThat(Files.readString(other.resolve("anna/iris/result.json"))).contains("FAILED");
    assertThat(Files.readString(other.resolve("anna/iris/index.html"))).contains("Failed");
    assertThat(Files.readString(other.resolve("class.1.json"))).isEqualTo(SETTINGS);
    Path usual = folder.resolve("class.json");
    Run back = Run.of("score", other, "--settings", usual, "--reason", "back again");
    assertThat(table(back)).contains("Anna Kim (1) 4.5L 90 % yes\n");
    assertThat(other.resolve("anna/iris/result.2.json")).exists();
    assertThat(Files.readString(other.resolve("anna/iris/result.json")))
        .isEqualTo(Files.readString(out().resolve("anna/iris/result.json")));
  }

  private static Path copy(String name) throws IOException {
    Path copy = folder.resolve(name);
    try (Stream<Path> files = Files.walk(out())) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(out().relativize(file)));
      }
    }
    return copy;
  }

  @Test
  void theGradebookIsWrittenBesideTheResults() throws IOException {
    Path other = copy("written");
    String json = Files.readString(other.resolve("gradebook.json"));
    assertThat(json).contains("\"total\": 90.0", "\"latePoints\": 0.5");
    assertThat(Run.of("gradebook", out(), "--json").out()).isEqualTo(json);
    Run.of("override", other, "ben", "iris", "1", "--comment", "effort");
    assertThat(Files.readString(other.resolve("gradebook.json")))
        .contains("\"comment\": \"effort\"");
  }

  @Test
  void whatIsWrongIsSaidBeforeAnythingIsWritten() throws IOException {
    assertWrong("is not the folder of a run", "gradebook", folder.resolve("class"));
    assertWrong("from 0 to 5", "override", out(), "cleo", "iris", "6", "--comment", "c");
    assertWrong("from 0 to 5", "override", out(), "cleo", "iris", "five", "--comment", "c");
    assertWrong("Did you mean iris?", "override", out(), "cleo", "irs", "5", "--comment", "c");
    assertWrong("zoe is not one student", "override", out(), "zoe", "iris", "5", "--comment", "c");
    assertWrong("--comment must say why", "override", out(), "1", "iris", "5", "--comment", " ");
    assertWrong("--comment", "override", out(), "1", "iris", "5");
    assertWrong("--reason must say why", "score", out(), "--reason", " ");
    assertWrong("is not the folder of a run", "score", folder, "--reason", "r");
    Path bands =
        Files.writeString(
            folder.resolve("bands.json"),
            "{\"problems\": [{\"id\": \"iris\", \"threshold\": 0.5}]}");
    assertWrong("four bands that ascend", "score", out(), "--reason", "r", "--settings", bands);
    assertWrong("four bands that ascend", "grade", folder, "--settings", bands);
    Path other = folder.resolve("other");
    Path wrong = Files.writeString(folder.resolve("wrong.json"), "{\"passMark\": 200}");
    assertWrong("passMark must be", "grade", folder, "--settings", wrong, "--out", other);
    assertWrong("id, login, sis_id", "grade", folder, "--roster", wrong, "--out", other);
    assertThat(other).doesNotExist();
  }

  private static void assertWrong(String message, Object... args) {
    Run run = Run.of(args);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(message);
  }
}
