package dev.assay.cli.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Terminal;
import dev.assay.findings.Catalogue;
import dev.assay.findings.Sentence;
import dev.assay.findings.VerdictCode;
import dev.assay.report.Circumstances;
import dev.assay.report.Digests;
import dev.assay.report.GradeReport;
import dev.assay.report.Judgement;
import dev.assay.report.Mode;
import dev.assay.report.Platform;
import dev.assay.report.Provenance;
import dev.assay.report.Submission;
import dev.assay.report.Verdict;
import dev.assay.report.model.ModelStages;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchCountsTest {
  private final BatchCounts counts = new BatchCounts(Catalogue.english());

  private static GradeReport report(String submission, Verdict verdict) {
    return new GradeReport(
        new Submission(submission, submission, null, List.of()),
        "iris",
        null,
        new Judgement(
            verdict, List.of(Sentence.of(VerdictCode.DIVERGENCE_ADVICE)), 0, 5, List.of()),
        null,
        ModelStages.NONE,
        new Circumstances(
            null,
            Map.of(),
            new Provenance(
                "0",
                Digests.NONE,
                42,
                Map.of(),
                new Platform("17", "Linux", "amd64", null, 1, Mode.REPRODUCIBLE))));
  }

  @Test
  void whatBeginsRunsAndWhatEndsIsCountedByItsVerdicts() {
    counts.submissions(5);
    assertThat(counts.line()).isEqualTo("0 done, 0 running, 5 waiting");
    assertThat(counts.running()).isEmpty();
    counts.begins("ann");
    counts.begins("ben");
    assertThat(counts.line()).isEqualTo("0 done, 2 running, 3 waiting");
    assertThat(counts.running()).contains("running: ann, ben");
    counts.ends(List.of(report("ann", Verdict.COMPILE_ERROR)));
    counts.begins("cleo");
    counts.ends(List.of(report("ben", Verdict.CRASHED), report("ben", Verdict.COMPILE_ERROR)));
    assertThat(counts.line()).isEqualTo("2 done, 1 running, 2 waiting: 1 CRASHED, 2 COMPILE_ERROR");
    assertThat(counts.running()).contains("running: cleo");
  }

  /** On a terminal the table is below all lines, and is replaced as a whole. */
  @Test
  void aBatchOfSeveralHasATableOnATerminal() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    BatchView view = new BatchView(new Screen(out, new Terminal(true, 60)), Path.of("r"), true);
    view.started(3);
    view.compiling("ann");
    view.lines(List.of("a line"));
    view.submissionDone(List.of(report("ann", Verdict.CRASHED)));
    assertThat(bytes.toString(StandardCharsets.UTF_8).replaceAll("about .* left", "soon"))
        .isEqualTo(
            "\r\u001b[2K0 of 3\n  0 done, 1 running, 2 waiting\n  running: ann"
                + "\r\u001b[2K\u001b[1A\u001b[2K\u001b[1A\u001b[2Ka line\n"
                + "\r\u001b[2K1 of 3, soon\n  1 done, 0 running, 2 waiting: 1 CRASHED");
  }
}
