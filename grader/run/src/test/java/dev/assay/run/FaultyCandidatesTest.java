package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.DataStore;
import dev.assay.protocol.Message;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.run.candidate.Candidate;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.grading.GradingListener;
import dev.assay.run.processes.Installation;
import dev.assay.run.processes.Workers;
import dev.assay.run.submissions.SourceText;
import dev.assay.run.submissions.Submission;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ends before any code of the candidate is run. */
class FaultyCandidatesTest {
  @TempDir Path folder;

  private GradeReport grade(Candidate candidate) throws Exception {
    return grade(Workbench.grader(folder), candidate);
  }

  private static GradeReport grade(Grader grader, Candidate candidate) throws Exception {
    return grader.grade(
        candidate, TestProblem.assignment(TestProblem.LIMITS), GradingListener.SILENT);
  }

  private static void expect(GradeReport report, Verdict verdict, String... words) {
    assertThat(report.judgement().message()).contains(words);
    assertThat(report.verdict()).isEqualTo(verdict);
    assertThat(report.judgement().points()).isZero();
  }

  @Test
  void withoutABuilderThereIsNoAnswer() throws Exception {
    GradeReport report = grade(Workbench.handedIn());
    expect(report, Verdict.NO_ANSWER, "@Answers(\"iris\")", "Mark your ModelBuilder with it");
    assertThat(report.dataset()).isNotNull();
  }

  @Test
  void aBuilderForAnotherProblemIsNamed() throws Exception {
    Message.Builder other = new Message.Builder("a.B", "mnist");
    expect(grade(Workbench.handedIn(other)), Verdict.NO_ANSWER, "It answers: mnist.");
  }

  @Test
  void anIdThatNobodyKnowsIsNamedWithThoseThatAreKnown() throws Exception {
    Message.Builder misspelt = new Message.Builder("a.B", "irsi");
    expect(
        grade(Workbench.handedIn(misspelt)),
        Verdict.NO_ANSWER,
        "@Answers(\"irsi\"), but there is no such problem",
        "iris, mnist");
  }

  @Test
  void twoBuildersForOneProblemAreBothNamed() throws Exception {
    expect(
        grade(
            Workbench.handedIn(
                new Message.Builder("a.A", "iris"), new Message.Builder("a.B", "iris"))),
        Verdict.CONTRACT_VIOLATION,
        "2 classes answer iris: a.A, a.B",
        "Keep @Answers(\"iris\") on one of them");
  }

  @Test
  void ofVeryManyBuildersForOneProblemSomeAreNamed() throws Exception {
    Message.Builder[] many =
        IntStream.range(0, 1000)
            .mapToObj(number -> new Message.Builder("a.B" + number, "iris"))
            .toArray(Message.Builder[]::new);
    expect(
        grade(Workbench.handedIn(many)),
        Verdict.CONTRACT_VIOLATION,
        "1,000 classes answer iris: a.B0, a.B1, a.B2",
        "a.B9 and 990 more. Keep");
  }

  @Test
  void ofAClassThatIsThereTwiceBothCausesAreNamed() throws Exception {
    Submission group = twice("group", "ann/A.java", "ben/A.java");
    expect(
        grade(Workbench.grader(folder).compile(group)),
        Verdict.COMPILE_ERROR,
        "ben/A.java:1: ann/A.java and ben/A.java both declare the class A.",
        "if they are several people's answers, give each person a folder",
        "duplicate class");
    Submission all = twice("all", "A.java", "old/A.java");
    expect(
        grade(Workbench.grader(folder).compile(all)),
        Verdict.COMPILE_ERROR,
        "old/A.java:1: A.java and old/A.java both declare the class A.",
        "If one is an old copy, remove it;",
        "duplicate class");
  }

  private Submission twice(String id, String one, String other) {
    String source = "@dev.assay.problems.Answers(\"iris\") class A {}";
    return Submission.of(
        id, folder, List.of(new SourceText(one, source), new SourceText(other, source)));
  }

  @Test
  void withoutSourcesNothingIsStarted() throws Exception {
    Submission empty = Submission.of("anna", folder, List.of());
    Candidate candidate = Workbench.grader(folder).compile(empty);
    GradeReport report = grade(candidate);
    expect(report, Verdict.NO_ANSWER, "anna contains no Java file", "assay new");
    assertThat(report.submission().digest()).isNull();
    assertThat(report.circumstances().provenance().platform().tensorflow()).isNull();
    assertThat(folder.resolve("anna/compile.log")).doesNotExist();
  }

  @Test
  void javacsLinesAreShown() throws Exception {
    String source = "@dev.assay.problems.Answers(\"iris\")\nclass Answer {\n  int x = true;\n}\n";
    Submission submission = Workbench.submission(folder.resolve("in"), "Answer.java", source);
    Candidate candidate = Workbench.grader(folder).compile(submission);
    assertThat(candidate.problems()).containsExactly("iris");
    expect(
        grade(candidate),
        Verdict.COMPILE_ERROR,
        "1 error",
        "Answer.java:3: error: incompatible types: boolean cannot be converted to int",
        "      int x = true;\n              ^");
  }

  @Test
  void dataThatIsDamagedIsOurFault() throws Exception {
    Installation here = Workbench.installation();
    Path data = Files.createDirectories(folder.resolve("embedded/iris"));
    String iris = Files.readString(here.embeddedData().resolve("iris/iris.csv"));
    Files.writeString(data.resolve("iris.csv"), iris.replaceFirst("4.9,3.0", "4.9,three"));
    DataStore store = new DataStore(folder.resolve("embedded"), null, here.cache());
    Grader grader =
        new Grader(new Workers(here), store, GradeOptions.withSeed(1), List.of("iris"), folder);
    GradeReport report = grade(grader, Workbench.answer("trained.Good"));
    expect(report, Verdict.GRADER_ERROR, "iris.csv", "Restore it");
    assertThat(report.dataset()).isNull();
  }

  @Test
  void missingNativeLibrariesAreOurFault() throws Exception {
    Installation here = Workbench.installation();
    Path missing = folder.resolve("natives");
    Installation bare = new Installation(here.home(), missing, here.classPath(), here.cache());
    Grader grader = Workbench.grader(folder, bare, GradeOptions.withSeed(1));
    expect(
        grade(grader, Workbench.answer("trained.Good")),
        Verdict.GRADER_ERROR,
        "native libraries are not in " + missing);
  }
}
