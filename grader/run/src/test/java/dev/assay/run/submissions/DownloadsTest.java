package dev.assay.run.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.findings.Sentence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads of learning management systems, as folders and as zips. */
class DownloadsTest {
  private static final List<String> ANSWER = List.of("Answer.java");

  @TempDir Path temporary;

  private Handed download() {
    return new Handed(temporary.resolve("CS101"));
  }

  /** Whether it lies on disk as a folder or is one zip, the same is found. */
  private void finds(Handed download, String... students) throws Exception {
    for (Path path : List.of(download.folder(), download.zip(temporary.resolve("CS101.zip")))) {
      assertThat(Handed.read(path))
          .allSatisfy(read -> assertThat(read.unreadable()).as(read.id()).isNull())
          .allSatisfy(read -> assertThat(read.names()).isEqualTo(ANSWER))
          .extracting(Submission::id)
          .containsExactlyInAnyOrder(students);
    }
  }

  @Test
  void moodleGivesEachStudentAFolder() throws Exception {
    finds(
        download()
            .answers(
                "가 학생_12345_assignsubmission_file_/Answer.java",
                "B Ärger_12346_assignsubmission_file_/Answer.java")
            .file("B Ärger_12346_assignsubmission_onlinetext_/onlinetext.html", "<p>hello</p>"),
        "가 학생_12345",
        "B Ärger_12346");
  }

  @Test
  void moodleWithoutFoldersGivesEachFileTheStudentsName() throws Exception {
    finds(
        download()
            .answers(
                "Ann Lee_1_assignsubmission_file_Answer.java",
                "Ben Roe_2_assignsubmission_file_Answer (1).java"),
        "Ann Lee_1",
        "Ben Roe_2");
  }

  @Test
  void aZipInEachStudentsFolderIsOpened() throws Exception {
    Path zip =
        new Handed(temporary.resolve("one")).answers("Answer.java").zip(temporary.resolve("a.zip"));
    byte[] answer = Files.readAllBytes(zip);
    finds(
        download()
            .file("Ann_1_assignsubmission_file_/answer.zip", answer)
            .file("Ben_2_assignsubmission_file_/hw.zip", answer),
        "Ann_1",
        "Ben_2");
  }

  @Test
  void oneStudentOfADownloadGradedAloneKeepsTheId() throws Exception {
    Path zip =
        new Handed(temporary.resolve("one")).answers("Answer.java").zip(temporary.resolve("a.zip"));
    Handed download =
        download().file("Ann_1_assignsubmission_file_/answer.zip", Files.readAllBytes(zip));
    assertThat(Handed.read(download.folder().resolve("Ann_1_assignsubmission_file_")))
        .extracting(Submission::id, Submission::names)
        .containsExactly(tuple("Ann_1", ANSWER));
    finds(download, "Ann_1");
  }

  @Test
  void canvasRenamesFiles() throws Exception {
    finds(
        download()
            .answers("studenta_12345_67890_Answer.java", "studentb_LATE_12346_67891_Answer-1.java")
            .file("studentb_LATE_12346_67892_report.pdf", "x"),
        "studenta_12345",
        "studentb_12346");
  }

  @Test
  void blackboardsLastAttemptIsGraded() throws Exception {
    String name = "HW_1_ann_lee_attempt_2026-11-%s-10-11-12%s";
    Handed download =
        download()
            .file(name.formatted("27", "_Answer.java"), "class Old {")
            .file(name.formatted("27", ".txt"), "Name: Ann")
            .answers(name.formatted("28", "_Answer.java"))
            .file(name.formatted("28", ".txt"), "Name: Ann");
    finds(download, "HW_1_ann_lee");
    Submissions finder = new Submissions();
    finder.find(download.folder());
    assertThat(finder.entries())
        .filteredOn(entry -> entry.leftOut() != null)
        .hasSize(2)
        .allSatisfy(
            entry -> assertThat(entry.leftOut()).asString().startsWith("an earlier attempt"));
  }

  @Test
  void brightspacesLastAttemptIsGraded() throws Exception {
    finds(
        download()
            .file("12-34 - Ann Lee - Nov 9, 2026 211 PM/Answer.java", "class Old {")
            .answers("12-34 - Ann Lee - Nov 10, 2026 1011 AM/Answer.java")
            .answers("13-34 - Ben Roe - Nov 10, 2026 1012 AM/Answer.java")
            .file("index.html", "<html>"),
        "12-34 - Ann Lee",
        "13-34 - Ben Roe");
  }

  @Test
  void iliasGivesEachStudentAFolderWithinOthers() throws Exception {
    finds(
        download()
            .answers(
                "multi_feedback_Exam/Lee_Ann_annlee_123/Answer.java",
                "multi_feedback_Exam/Roe_Ben_benroe_124/20261128101112_Answer.java"),
        "Lee_Ann_annlee_123",
        "Roe_Ben_benroe_124");
  }

  @Test
  void sakaiGivesEachStudentAFolderWithTheLogin() throws Exception {
    Handed download =
        download()
            .answers("Exam/Lee, Ann(alee)/Answer.java", "Exam/Roe, Ben(broe)/Answer.java")
            .file("Exam/grades.csv", "x");
    finds(download, "Lee, Ann(alee)", "Roe, Ben(broe)");
  }

  @Test
  void aZipOfFoldersThatAnswerTheSameIsAClassAndOtherwiseOneSubmission() throws Exception {
    finds(download().answers("ann/Answer.java", "ben/Answer.java"), "ann", "ben");
    Path one =
        new Handed(temporary.resolve("two"))
            .file("iris/A.java", Handed.answer("A", "iris"))
            .file("mnist/B.java", Handed.answer("B", "mnist"))
            .zip(temporary.resolve("both.zip"));
    assertThat(Handed.read(one)).extracting(Submission::id).containsExactly("both");
  }

  @Test
  void aClassThatIsTheOnlyZipInAFolderIsOne() throws Exception {
    new Handed(temporary.resolve("c"))
        .answers("Ann_1_assignsubmission_file_/Answer.java")
        .zip(temporary.resolve("hw1/CS101.zip"));
    assertThat(Handed.read(temporary.resolve("hw1")))
        .extracting(Submission::id)
        .containsExactly("Ann_1");
  }

  @Test
  void anAuthorsOwnNameThatLooksLikeADownloadsIsKept() throws Exception {
    Handed one =
        download()
            .file("Model_10_20_Answer.java", Handed.answer("Model_10_20_Answer", "iris"))
            .file("Util.java", "class Util {}");
    assertThat(one.read()).extracting(Submission::id).containsExactly("CS101");
    assertThat(one.read().get(0).names()).containsExactly("Model_10_20_Answer.java", "Util.java");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Answer (1).java", "Answer-1.java", "Answer(2).java", "Answer_1.java",
            "Copy of Answer.java",
        "Answer - Copy.java", "Answer.java.txt", "Answer.JAVA", "answer.java",
            "Answer.java (1).txt",
        "20261128_Answer.java"
      })
  void aNameThatABrowserOrASystemChangedIsThatOfThePublicClass(String name) throws Exception {
    Submission read = download().answers(name).read().get(0);
    assertThat(read.names()).isEqualTo(ANSWER);
    assertThat(read.assumptions())
        .extracting(Sentence::text)
        .containsExactly(name + " is compiled as Answer.java.");
  }

  @Test
  void twoOfOneNameAreTheCompilersUnlessTheyAreTheSame() throws Exception {
    Handed twice = download().answers("Answer.java", "Answer (1).java");
    assertThat(twice.read().get(0).names()).isEqualTo(ANSWER);
    assertThat(twice.read().get(0).assumptions())
        .extracting(Sentence::text)
        .containsExactly("Answer (1).java was left out: it is the same as Answer.java.");
    twice.file("Answer (1).java", Handed.answer("Answer", "mnist"));
    assertThat(twice.read().get(0).names()).containsExactly("Answer (1).java", "Answer.java");
    Handed old = new Handed(temporary.resolve("old")).answers("Answer.java", "old/Answer.java");
    assertThat(old.read().get(0).names()).containsExactly("Answer.java", "old/Answer.java");
  }

  @ParameterizedTest
  @CsvSource({"pom.xml, target", "build.gradle, build"})
  void ofAProjectWhatIsNeitherATestNorBuiltIsGraded(String mark, String built) throws Exception {
    Handed project =
        download()
            .file(mark, "")
            .answers("src/main/java/Answer.java", built + "/generated/Answer.java")
            .file("src/main/java/module-info.java", "module m {}")
            .file("src/test/java/T.java", "class T {}")
            .file(
                "src/main/java/AnswerTest.java",
                "import org.junit.jupiter.api.Test; class AnswerTest {}");
    assertThat(project.read().get(0).names()).containsExactly("src/main/java/Answer.java");
    assertThat(project.read().get(0).assumptions())
        .extracting(Sentence::text)
        .containsExactlyInAnyOrder(
            "src/test was left out: tests are not graded.",
            built + " was left out: it contains what a build made.",
            "src/main/java/AnswerTest.java was left out: tests are not graded.");
  }

  @Test
  void aProjectWhoseOnlyAnswerLiesAmongItsTestsIsGradedAllTheSame() throws Exception {
    Handed project = download().file("pom.xml", "").answers("src/test/java/Answer.java");
    project.file("src/main/resources/x.txt", "");
    assertThat(project.read().get(0).names()).containsExactly("src/test/java/Answer.java");
  }
}
