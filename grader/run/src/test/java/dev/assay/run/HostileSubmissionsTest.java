package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.report.Verdict;
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
import java.util.Objects;
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
    return new Submissions(folder.resolve("unpacked"))
        .find(handedIn).stream().map(HandIn::read).toList();
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
    assertThat(find().get(0).names()).containsExactly("Answer.java");
  }

  @Test
  void aSourceOfManyZerosIsNotRead() throws Exception {
    try (RandomAccessFile file =
        new RandomAccessFile(handedIn.resolve("Answer.java").toFile(), "rw")) {
      file.setLength(1L << 40);
    }
    assertThat(find().get(0).unreadable()).contains("is it a submission?");
  }

  @Test
  void anExpressionNestedTooDeepForTheCompilerIsTheAnswersFault() throws Exception {
    String deep = "(".repeat(50_000) + "1" + ")".repeat(50_000);
    Files.writeString(handedIn.resolve("Answer.java"), "class Answer { int x = " + deep + "; }");
    assertThat(fault(Verdict.COMPILE_ERROR).message()).contains("nested very deeply");
  }

  @Test
  void aSourceThatIsNoTextIsACompilersError() throws Exception {
    Files.write(handedIn.resolve("Answer.java"), new byte[] {(byte) 0xff, 0, 1, 27, 91});
    fault(Verdict.COMPILE_ERROR);
  }

  @Test
  void aLineOfAMillionCharactersIsCut() throws Exception {
    Files.writeString(
        handedIn.resolve("Answer.java"), "class Answer { int " + "x".repeat(1_000_000) + " = y; }");
    assertThat(fault(Verdict.COMPILE_ERROR).message()).contains("Answer.java:1");
  }

  @Test
  void aNameInAnotherEncodingIsNamedAndTheOthersAreFound() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc")), "this system may refuse the name");
    Files.createDirectories(handedIn.resolve("anna"));
    Files.createDirectories(handedIn.resolve("ben"));
    Files.writeString(handedIn.resolve("ben/Answer.java"), ANSWER);
    String make = "printf 'class A {}' >\"$(printf 'anna/\\374bung.java')\"";
    Process shell = new ProcessBuilder("/bin/sh", "-c", make).directory(handedIn.toFile()).start();
    assertThat(shell.waitFor()).isZero();
    List<Submission> found = find();
    assertThat(found).extracting(Submission::id).containsExactly("anna", "ben");
    assertThat(found.get(0).unreadable()).contains("anna", "encoding", "Rename it");
    assertThat(found.get(1).names()).containsExactly("Answer.java");
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
    assertThat(find().get(0).id()).matches("[\\p{L}\\p{N}._ -]+");
  }
}
