package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.findings.Sentence;
import dev.assay.report.Verdict;
import dev.assay.run.candidate.Candidate;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.processes.Installation;
import dev.assay.run.submissions.HandIn;
import dev.assay.run.submissions.Submission;
import dev.assay.run.submissions.SubmissionException;
import dev.assay.run.submissions.Submissions;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hostile submissions that a repository cannot hold as they are. */
class HostileSubmissionsTest {
  private static final String ANSWER = "@dev.assay.problems.Answers(\"iris\")\nclass Answer {}\n";

  @TempDir Path folder;
  private Path handedIn;

  @BeforeEach
  void begin() throws IOException {
    handedIn = Files.createDirectory(folder.resolve("in"));
  }

  private List<Submission> find() throws IOException, SubmissionException {
    return new Submissions().find(handedIn).stream().map(HandIn::read).toList();
  }

  private Candidate compile() throws Exception {
    Installation here = Workbench.installation();
    return Workbench.grader(folder.resolve("run"), here, GradeOptions.withSeed(1))
        .compile(find().get(0));
  }

  private Candidate.CompileFault fault(Verdict verdict) throws Exception {
    Candidate.CompileFault fault = Objects.requireNonNull(compile().fault());
    assertThat(fault.verdict()).as(fault.message()).isEqualTo(verdict);
    assertThat(fault.message().length()).isLessThan(10_000);
    return fault;
  }

  @Test
  void aLinkToAFileOfTheGradersIsNoSource() throws Exception {
    Path secret = Files.writeString(folder.resolve("Secret.java"), "the hidden labels");
    Files.writeString(handedIn.resolve("Answer.java"), ANSWER);
    Files.createSymbolicLink(handedIn.resolve("Secret.java"), secret);
    Files.createSymbolicLink(handedIn.resolve("all"), folder);
    assertThat(find().get(0).names()).containsExactly("Answer.java");
  }

  @Test
  void aPipeThatNobodyWritesIntoIsNoSource() throws Exception {
    Needs.tool(
        Files.isExecutable(Path.of("/usr/bin/mkfifo")),
        "there is no /usr/bin/mkfifo. Get it with `apt-get install coreutils`.");
    Path pipe = handedIn.resolve("Pipe.java");
    assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor()).isZero();
    Files.createDirectory(handedIn.resolve("Folder.java"));
    Files.writeString(handedIn.resolve("Answer.java"), ANSWER);
    Submission read = find().get(0);
    assertThat(read.names()).containsExactly("Answer.java");
    assertThat(read.assumptions())
        .extracting(Sentence::text)
        .containsExactly("Pipe.java is neither a file nor a folder and was not followed.");
  }

  @Test
  void aSourceOfManyZerosIsNotRead() throws Exception {
    try (RandomAccessFile file =
        new RandomAccessFile(handedIn.resolve("Answer.java").toFile(), "rw")) {
      file.setLength(1L << 40);
    }
    assertThat(find().get(0).unreadable()).asString().contains("is it a submission?");
  }

  @Test
  void anExpressionNestedTooDeepForTheCompilerIsTheAnswersFault() throws Exception {
    String deep = "(".repeat(50_000) + "1" + ")".repeat(50_000);
    Files.writeString(handedIn.resolve("Answer.java"), "class Answer { int x = " + deep + "; }");
    assertThat(fault(Verdict.COMPILE_ERROR).message()).contains("nested very deeply");
  }

  @Test
  void aSourceThatIsNoTextIsRefusedInOneLine() throws Exception {
    Files.write(handedIn.resolve("Answer.java"), new byte[] {(byte) 0xff, 0, 1, 27, 91});
    assertThat(fault(Verdict.COMPILE_ERROR).message())
        .isEqualTo(
            "Answer.java is not in UTF-8, and its encoding cannot be told. Save it as UTF-8 and hand it in again.");
  }

  @Test
  void aLineOfAMillionCharactersIsCut() throws Exception {
    Files.writeString(
        handedIn.resolve("Answer.java"), "class Answer { int " + "x".repeat(1_000_000) + " = y; }");
    assertThat(fault(Verdict.COMPILE_ERROR).message()).contains("Answer.java:1");
  }

  @Test
  void namesInOtherEncodingsAreReadAndTheirIdsAreEscapedBytes() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc")), "this system may refuse the name");
    Files.createDirectories(handedIn.resolve("anna"));
    String make =
        "printf 'class A {}' >\"$(printf 'anna/\\374bung.java')\";"
            + " mkdir \"$(printf '\\260\\372\\301\\246')\";"
            + " printf 'class B {}' >\"$(printf '\\260\\372\\301\\246')/B.java\"";
    Process shell = new ProcessBuilder("/bin/sh", "-c", make).directory(handedIn.toFile()).start();
    assertThat(shell.waitFor()).isZero();
    List<Submission> found = find();
    assertThat(found).extracting(Submission::id).containsExactly("anna", "%B0%FA%C1%A6");
    assertThat(found.get(0).names()).containsExactly("übung.java");
    assertThat(found.get(0).assumptions())
        .extracting(Sentence::text)
        .containsExactly("The name of übung.java is not in UTF-8 and was read as windows-1252.");
    assertThat(found.get(1).names()).containsExactly("B.java");
  }

  @Test
  void aFileNamedByControlCharactersIsCompiledAndShownWithoutThem() throws Exception {
    Files.writeString(handedIn.resolve("a\n\u001b[31m.java"), "class A { int x = true; }");
    assertThat(fault(Verdict.COMPILE_ERROR).message())
        .contains("a??[31m.java:1: error: incompatible types");
  }

  @Test
  void aNameThatIsMarkupOrAFormulaIsMadeHarmless() throws Exception {
    Path named = handedIn.resolve("=1+1<script>'\"\n\u001b[31m;$(x)");
    Files.createDirectories(named);
    Files.writeString(named.resolve("Answer.java"), ANSWER);
    Files.createDirectories(handedIn.resolve("other"));
    assertThat(find().get(0).id()).matches("%3D[\\p{L}\\p{N}._ ()'+%-]+");
  }

  /** Between being listed and being opened, a file may be replaced by another thing. */
  @Test
  void aFileThatTurnsIntoAPipeWhileTheClassIsReadHoldsUpNobody() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "this system has no mkfifo");
    Files.createDirectories(handedIn.resolve("ann"));
    Files.createDirectories(handedIn.resolve("ben"));
    Files.writeString(handedIn.resolve("ben/Answer.java"), ANSWER);
    Path answer = Files.writeString(handedIn.resolve("ann/Answer.java"), ANSWER);
    List<HandIn> listed = new Submissions().find(handedIn);
    Files.delete(answer);
    assertThat(new ProcessBuilder("/usr/bin/mkfifo", answer.toString()).start().waitFor()).isZero();
    assertThat(listed.get(0).read().unreadable())
        .asString()
        .contains("ann contains no Java file", "neither");
    assertThat(listed.get(1).read().names()).containsExactly("Answer.java");
  }

  @Test
  void aFileThatTurnsIntoALinkToAnEndlessDeviceIsNotRead() throws Exception {
    Path answer = Files.writeString(handedIn.resolve("Answer.java"), ANSWER);
    List<HandIn> listed = new Submissions().find(answer);
    Files.delete(answer);
    Files.createSymbolicLink(answer, Path.of("/dev/zero"));
    assertThat(listed.get(0).read().unreadable())
        .asString()
        .contains("Answer.java cannot be opened as a file");
  }

  @Test
  void namesThatSwellAsJsonAreRefusedBeforeTheCompilerIsStarted() throws Exception {
    Path deep = handedIn;
    for (int i = 0; i < 4; i++) {
      deep = deep.resolve("\u0001".repeat(250));
    }
    Files.createDirectories(deep);
    for (int i = 0; i < 200; i++) {
      Files.writeString(
          deep.resolve(String.format(Locale.ROOT, "C%d.java", i)),
          String.format(Locale.ROOT, "class C%d {}", i));
    }
    Files.writeString(handedIn.resolve("Answer.java"), ANSWER);
    assertThat(fault(Verdict.NO_ANSWER).message())
        .contains("The names of the 201 Java files in in are too long", "shorter names");
  }

  @Test
  void aZipOfLongNamesIsRefusedBeforeTheCompilerIsStarted() throws Exception {
    handedIn = folder.resolve("a.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(handedIn))) {
      for (int i = 0; i < 200; i++) {
        zip.putNextEntry(
            new ZipEntry("\u0001".repeat(900) + String.format(Locale.ROOT, "/C%d.java", i)));
      }
    }
    assertThat(fault(Verdict.NO_ANSWER).message()).contains("too long", "shorter names");
  }

  @Test
  void aFolderThatTurnsIntoALinkIsNotFollowed() throws Exception {
    Path secret = Files.createDirectories(folder.resolve("secret"));
    Files.writeString(secret.resolve("Secret.java"), "class Secret {}");
    Path ann = Files.createDirectories(handedIn.resolve("ann"));
    Files.createDirectories(handedIn.resolve("ben"));
    List<HandIn> listed = new Submissions().find(handedIn);
    Files.delete(ann);
    Files.createSymbolicLink(ann, secret);
    assertThat(listed.get(0).read().unreadable()).asString().contains("ann cannot be read");
  }
}
