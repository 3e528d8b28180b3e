package dev.assay.cli.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.batch.BatchFolder;
import dev.assay.cli.Run;
import dev.assay.cli.SampleAnswers;
import dev.assay.cli.terminal.ShownPaths;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class's run that was interrupted, and is taken up again. */
class ResumeTest {
  private static final FileTime BEFORE = FileTime.fromMillis(1000);

  /** Graded once, for all tests. */
  @TempDir private static Path graded;

  @TempDir private Path folder;
  private Path all;
  private Path out;

  @BeforeAll
  static void gradeAClass() throws IOException {
    SampleAnswers.write(graded.resolve("class/ann"), SampleAnswers.iris(2));
    SampleAnswers.write(graded.resolve("class/ben"), SampleAnswers.iris(1));
    assertThat(grade(graded.resolve("class"), graded.resolve("out")).code()).isEqualTo(1);
  }

  @BeforeEach
  void takeACopy() throws IOException {
    try (Stream<Path> files = Files.walk(graded)) {
      for (Path file : files.filter(path -> !path.equals(graded)).toList()) {
        Files.copy(file, folder.resolve(graded.relativize(file)));
      }
    }
    all = folder.resolve("class");
    out = folder.resolve("out");
    for (String name : new String[] {"ann", "ben"}) {
      Files.setLastModifiedTime(result(name), BEFORE);
    }
  }

  private Run grade(Object... more) {
    return grade(all, out, more);
  }

  private static Run grade(Path all, Path out, Object... more) {
    Object[] args = {"grade", all, "--problem", "iris", "--out", out};
    Object[] line = Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, line, args.length, more.length);
    return Run.of(line);
  }

  private Path result(String name) {
    return out.resolve(name + "/iris/result.json");
  }

  private boolean wasKept(String name) throws IOException {
    return Files.getLastModifiedTime(result(name)).equals(BEFORE);
  }

  @Test
  void whatHasAResultIsNotGradedTwiceButSaidAsItWasThen() throws IOException {
    Files.delete(result("ann"));
    Run run = grade();
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(run.out())
        .contains("ben / iris: already graded, result kept\n", "0 of 2 passed")
        .doesNotContain("ann / iris: already graded, result kept");
    assertThat(wasKept("ben")).isTrue();
    String then = verdict(run.out(), "ann / iris");
    assertThat(then).contains("rows: true class", "  FAILED, ", "hidden examples are right");
    assertThat(then).contains(ShownPaths.shown(result("ann")));
    assertThat(verdict(grade("--resume").out(), "ann / iris: already graded, result kept"))
        .isEqualTo(then);
  }

  /** What is said of an answer once its epochs have been. */
  private static String verdict(String out, String title) {
    String said = out.substring(out.indexOf("\n" + title));
    String answer = said.substring(0, said.indexOf("\n\n"));
    return answer.substring(answer.indexOf("  rows: "));
  }

  @Test
  @Tag("exhaustive")
  void regradedAllAreGradedAgain() throws IOException {
    assertThat(grade(all.resolve("ann"), out, "--regrade").out()).doesNotContain("already graded");
    assertThat(wasKept("ann")).isFalse();
  }

  @Test
  void onlyWhatIsNamedIsGradedAgain() throws IOException {
    Run run = grade("--only", "ann");
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("0 of 1 passed").doesNotContain("ben / iris");
    assertThat(wasKept("ann")).isFalse();
    assertThat(wasKept("ben")).isTrue();
    assertThat(Files.readString(out.resolve("entries.json"))).contains("\"ann\"", "\"ben\"");
  }

  @Test
  @Tag("exhaustive")
  void aVerdictNamesAllThatHaveIt() throws IOException {
    String ben = Files.readString(result("ben"));
    Files.writeString(result("ben"), ben.replace("\"FAILED\"", "\"GRADER_ERROR\""));
    Run run = grade("--only", "grader-error");
    assertThat(run.out()).contains("0 of 1 passed").doesNotContain("ann / iris");
    assertThat(wasKept("ann")).isTrue();
    assertThat(Files.readString(result("ben"))).contains("\"FAILED\"");
    assertThat(grade("--only", "FAILED").out()).contains("0 of 2 passed");
    assertThat(wasKept("ann")).isFalse();
  }

  @Test
  void aNameThatIsNobodysIsRefused() throws IOException {
    assertRefused("no submission has this id. Did you mean ann?", "--only", "anm");
    assertRefused("no result in --out has this verdict.", "--only", "PASSED");
    assertRefused("no submission has this id, and there is no such verdict", "--only", "qqqqqq");
    assertRefused("Use one of the two", "--resume", "--regrade");
    assertThat(wasKept("ann")).isTrue();
  }

  private void assertRefused(String message, Object... args) {
    Run run = grade(args);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(message);
  }

  /** The one that failed is kept from the earlier run, so that nothing needs to be graded. */
  @Test
  void afterAFailureNoOtherBeginsIfThatIsAsked() throws IOException {
    Files.delete(result("ben"));
    Run run = grade("--fail-fast");
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(run.out())
        .contains("ann / iris: already graded", "1 submission was not graded")
        .doesNotContain("ben / iris");
    assertThat(result("ben")).doesNotExist();
    assertThat(grade().out()).contains("0 of 2 passed");
  }

  @Test
  @Tag("exhaustive")
  void whatWentIntoAResultMustBeTheSame() throws IOException {
    SampleAnswers.write(all.resolve("ann"), SampleAnswers.iris(3));
    grade("--resume");
    assertThat(wasKept("ann")).as("with other sources").isFalse();
    assertThat(wasKept("ben")).as("with the same").isTrue();
    grade(all.resolve("ben"), out, "--resume", "--seed", "7");
    assertThat(wasKept("ben")).as("with another seed").isFalse();
  }

  @Test
  @Tag("exhaustive")
  void aResultThatIsCutOffOrTheGradersFaultIsReplaced() throws IOException {
    String ann = Files.readString(result("ann"));
    Files.writeString(result("ann"), ann.substring(0, ann.length() / 2));
    String ben = Files.readString(result("ben"));
    Files.writeString(result("ben"), ben.replace("\"FAILED\"", "\"GRADER_ERROR\""));
    Run run = grade("--resume");
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).doesNotContain("already graded");
    assertThat(Files.readString(result("ben"))).contains("\"FAILED\"");
  }

  @Test
  @Tag("exhaustive")
  void aResultOfAnotherVersionIsReplacedAndSaidToBe() throws IOException {
    String ann = Files.readString(result("ann"));
    Files.writeString(result("ann"), ann.replace("\"schemaVersion\": 2", "\"schemaVersion\": 1"));
    Run run = grade("--resume");
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("ann / iris: graded again. ", "written by another version", "schemaVersion 1");
    assertThat(Files.readString(result("ann"))).contains("\"schemaVersion\": 2");
    assertThat(wasKept("ben")).isTrue();
  }

  @Test
  void itNeedsTheFolderOfTheRun() {
    Run run = Run.of("grade", all, "--resume");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--resume needs --out");
  }

  @Test
  void twoRunsDoNotWriteIntoOneFolderAtATime() throws IOException {
    try (Closeable other = BatchFolder.at(out).claim()) {
      assertThat(other).isNotNull();
      Run run = grade("--resume");
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("another run is writing to it", "Choose another folder");
    }
    assertThat(wasKept("ann")).isTrue();
    assertThat(grade("--resume").code()).isEqualTo(1);
    assertThat(wasKept("ann")).isTrue();
  }

  @Test
  void whatHasAllItsResultsIsNotEvenCompiled() throws IOException {
    SampleAnswers.write(all.resolve("cleo"), "class Nothing {}");
    assertThat(Run.of("grade", all, "--out", out, "--resume").out()).contains("cleo");
    for (String name : new String[] {"ann", "ben", "cleo"}) {
      Files.delete(out.resolve(name).resolve("classes.jar"));
    }
    Run run = Run.of("grade", all, "--out", out, "--resume");
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "cleo / none: already graded, result kept", "ben / iris: already graded, result kept");
    for (String name : new String[] {"ann", "ben", "cleo"}) {
      assertThat(out.resolve(name).resolve("classes.jar")).as("compiled again").doesNotExist();
    }
  }

  @Test
  @Tag("exhaustive")
  void aFolderOfResultsThatIsGoneIsMadeAgain() throws IOException {
    Path elsewhere = folder.resolve("elsewhere");
    Run run = grade(all.resolve("ann"), elsewhere, "--resume");
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(elsewhere.resolve("ann/iris/result.json")).exists();
  }

  @Test
  @Tag("exhaustive")
  void whatAnAnswerNoLongerAnswersLosesItsResultAndNothingElse() throws IOException {
    SampleAnswers.write(
        all.resolve("ann"), SampleAnswers.iris(2).replace("@Answers(\"iris\")", ""));
    Files.writeString(out.resolve("ann/iris/notes.txt"), "the teacher's");
    Files.createDirectories(out.resolve("ann/mine"));
    Run run = Run.of("grade", all.resolve("ann"), "--out", out);
    assertThat(run.out()).contains("NO_ANSWER");
    assertThat(out.resolve("ann/none/result.json")).exists();
    assertThat(out.resolve("ann/iris").toFile().list()).containsExactly("notes.txt");
    assertThat(out.resolve("ann/mine")).exists();
    SampleAnswers.write(all.resolve("ann"), SampleAnswers.iris(1));
    Run.of("grade", all.resolve("ann"), "--out", out);
    assertThat(out.resolve("ann/none")).doesNotExist();
    assertThat(result("ann")).exists();
  }

  @Test
  @Tag("exhaustive")
  void whatGoesWrongWithOneSubmissionDoesNotEndTheOthersGrading() throws IOException {
    Path ann = out.resolve("ann");
    try (Stream<Path> files = Files.walk(ann)) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
    Files.writeString(ann, "a file in place of the folder");
    Run run = grade("--resume");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out())
        .contains(
            "ben / iris: already graded, result kept", "ann", "GRADER_ERROR", "FileAlreadyExists");
    assertThat(ann).hasContent("a file in place of the folder");
  }

  @Test
  void aFullDiskEndsTheRunAtTheFirstAnswerAndSaysHowToGoOn() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    assumeTrue(
        runs("mount", "-t", "tmpfs", "-o", "size=32m", "none", small.toString()),
        "only root can mount a small disk");
    try {
      Run run = grade(all, small.resolve("out"));
      assertThat(run.code()).isEqualTo(3);
      assertThat(run.out())
          .containsOnlyOnce("has less than 96 MiB left. Free some space")
          .contains("0 finished results are kept", "--resume --out")
          .doesNotContain("GRADER_ERROR");
    } finally {
      assertThat(runs("umount", small.toString())).isTrue();
    }
  }

  private static boolean runs(String... command) throws Exception {
    return Files.exists(Path.of("/bin/mount"))
        && new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor()
            == 0;
  }
}
