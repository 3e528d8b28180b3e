package dev.assay.cli.grade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.batch.BatchOutcome;
import dev.assay.batch.results.RunReading;
import dev.assay.cli.Run;
import dev.assay.cli.terminal.Streams;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.report.Entries;
import dev.assay.report.GradeReport;
import dev.assay.report.Judgement;
import dev.assay.report.Verdict;
import dev.assay.report.json.JsonReports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class OutputOptionsTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** Grades a folder that holds no answer: no process is needed for that. */
  private Run grade(String... options) throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Object[] args = new Object[options.length + 6];
    Object[] first = {"grade", empty, "--problem", "iris", "--out", folder.resolve("out")};
    System.arraycopy(first, 0, args, 0, first.length);
    System.arraycopy(options, 0, args, first.length, options.length);
    return Run.of(args);
  }

  @Test
  void quietlyOnlyTheSummaryIsPrinted() throws IOException {
    Run run = grade("--quiet");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).startsWith("submission  problem").contains("0 of 1 passed");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void quietlyOnlyTheJsonIsPrintedWhereThatIsAskedFor() throws IOException {
    Run run = grade("--quiet", "--json");
    assertThat(run.err()).isEmpty();
    assertThat(new ObjectMapper().readTree(run.out()).at("/results/0/verdict").asText())
        .isEqualTo("NO_ANSWER");
  }

  @Test
  void answersThatDoNotPassExitWithZeroWhereThatIsAskedFor() throws IOException {
    assertThat(grade("--exit-zero").code()).isZero();
  }

  @Test
  void aGraderErrorExitsWith3AndIsSaidInAnyCase() throws IOException {
    grade("--quiet");
    GradeReport graded = JsonReports.read(folder.resolve("out/empty/iris/result.json"));
    Judgement full =
        new Judgement(
            Verdict.GRADER_ERROR,
            List.of(Sentence.of(FaultCode.OTHER_FAILURE, "reason", "The disk is full.")),
            0,
            5,
            List.of());
    GradeReport error =
        new GradeReport(
            graded.submission(),
            graded.problem(),
            graded.dataset(),
            full,
            graded.scores(),
            graded.stages(),
            graded.circumstances());
    OutputOptions options =
        CommandLine.populateCommand(new OutputOptions(), "--exit-zero", "--quiet", "--json");
    Streams streams = Streams.utf8(new PrintStream(out), new PrintStream(err));
    BatchView view = options.view(streams, new RunReading(folder), 1, false);
    Entries entries = Entries.of(List.of());
    BatchOutcome outcome = new BatchOutcome(List.of(error), entries, Duration.ofSeconds(1));
    assertThat(options.report(outcome, streams, view)).isEqualTo(3);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("assay: empty / iris: The disk is full.\n");
  }
}
