package dev.assay.cli.problems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Run;
import dev.assay.cli.terminal.ShownPaths;
import dev.assay.problems.Problem;
import dev.assay.problems.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewCommandTest {
  @TempDir private Path folder;

  @Test
  @Tag("exhaustive")
  void printsTheSheetAndMakesStartersThatCanBeChecked() {
    for (Problem problem : Problems.load().all()) {
      Run run = Run.of("new", problem.id(), "--out", folder);
      assertThat(run.code()).isZero();
      assertThat(run.out())
          .startsWith(problem.statement())
          .contains("| FLOPs per prediction |", "./assay grade " + folder);
    }
    Run check = Run.of("check", folder, "--data", "embedded");
    assertThat(check.code()).as(check.out() + check.err()).isZero();
    assertThat(check.out().lines().filter(line -> line.startsWith("  Ready to be graded.")))
        .hasSameSizeAs(Problems.load().ids());
  }

  @Test
  void leavesAFileThatIsThereAlone() throws IOException {
    Path file = folder.resolve("IrisAnswer.java");
    Files.writeString(file, "mine");
    Run run = Run.of("new", "iris", "--out", folder);
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith(Problems.load().find("iris").orElseThrow().statement())
        .contains("already exists and was not changed", "Continue with " + file);
    assertThat(file).hasContent("mine");
  }

  @Test
  void printsACommandThatAShellTakesAsItIs() {
    Path spaced = folder.resolve("my answers");
    assertThat(Run.of("new", "iris", "--out", spaced).out())
        .contains("./assay grade '" + spaced + "'\n");
    assertThat(ShownPaths.quoted(Path.of("it's"))).isEqualTo("'it'\\''s'");
  }

  @Test
  void refusesAFolderThatCannotBeMade() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Run run = Run.of("new", "iris", "--out", file.resolve("below"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--out:", "it is not a folder");
  }

  @Test
  void namesTheProblemsThereAre() {
    Run run = Run.of("new", "irsi", "--out", folder);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("Unknown problem: irsi. Available: basic-regression");
    assertThat(folder).isEmptyDirectory();
  }
}
