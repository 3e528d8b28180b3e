package dev.assay.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.report.Entries;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.report.json.JsonReports;
import dev.assay.run.grading.GradingListener;
import dev.assay.run.processes.Installation;
import dev.assay.run.processes.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches of submissions without a source: all but one need no child process. */
class BatchTest {
  @TempDir private Path folder;
  private Samples samples = new Samples(Path.of(""));

  @BeforeEach
  void begin() {
    samples = new Samples(folder);
  }

  private BatchFolder out() throws Exception {
    return BatchFolder.at(folder.resolve("out"));
  }

  /** Collects what a batch tells, sorted where the order is not determined. */
  private static final class Log implements BatchListener {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void started(int submissions) {
      lines.add("started " + submissions);
    }

    @Override
    public void compiling(String submission) {
      lines.add("compiling " + submission);
    }

    @Override
    public void answers(int count) {
      lines.add("answers " + count);
    }

    @Override
    public GradingListener gradings() {
      return new GradingListener() {
        @Override
        public void finished(GradeReport report, Path file) {
          lines.add("finished " + report.submission().id());
        }
      };
    }

    @Override
    public void kept(GradeReport report, Path file) {
      lines.add("kept " + report.submission().id() + " " + Files.exists(file));
    }

    @Override
    public void submissionDone(List<GradeReport> reports) {
      lines.add("done " + reports.get(0).submission().id());
    }
  }

  private BatchOutcome run(boolean resumes, BatchListener listener) throws Exception {
    try (Batch batch = Batch.open(samples.workers(), samples.plan(resumes), out(), listener)) {
      BatchOutcome outcome = batch.run(samples.handedIn());
      assertThat(batch.finished()).hasSameElementsAs(outcome.reports());
      return outcome;
    }
  }

  @Test
  void reportsKeepTheOrderOfTheSubmissionsAndEntriesSayWhatWasLeftOut() throws Exception {
    BatchOutcome outcome = run(false, BatchListener.SILENT);
    assertThat(outcome.reports())
        .extracting(report -> report.submission().id())
        .containsExactly("ann", "ben");
    assertThat(outcome.reports()).extracting(GradeReport::verdict).containsOnly(Verdict.NO_ANSWER);
    assertThat(outcome.entries().omitted())
        .extracting(Entries.Entry::name)
        .containsExactly("grades.txt");
    assertThat(out().entries()).content().contains("\"seen\": 3", "grades.txt");
  }

  @Test
  void theListenerHearsOfEachSubmissionFromItsBeginningToItsEnd() throws Exception {
    Log log = new Log();
    run(false, log);
    assertThat(log.lines.get(0)).isEqualTo("started 2");
    assertThat(log.lines)
        .containsSubsequence("compiling ben", "finished ben", "done ben")
        .containsSubsequence("compiling ann", "finished ann", "done ann")
        .filteredOn(line -> line.startsWith("answers"))
        .containsExactly("answers 0", "answers 0");
  }

  /** Its sources are compiled the first time, by a real child process. */
  @Test
  void aResumedBatchKeepsTheResultsOfTheEarlierOne() throws Exception {
    Samples.source(folder.resolve("ann"), "class Ann {}");
    HandedIn ann = HandedIn.find(List.of(folder.resolve("ann")));
    GradeReport first;
    Workers real = new Workers(Installation.current());
    try (Batch batch = Batch.open(real, samples.plan(false), out(), BatchListener.SILENT)) {
      first = batch.run(ann).reports().get(0);
    }
    assertThat(first.verdict()).isEqualTo(Verdict.NO_ANSWER);

    Log log = new Log();
    try (Batch batch = Batch.open(samples.workers(), samples.plan(true), out(), log)) {
      assertThat(batch.run(ann).reports()).containsExactly(first);
    }
    assertThat(log.lines)
        .containsExactly("started 1", "compiling ann", "kept ann true", "done ann");
  }

  @Test
  void aBatchThatIsNotResumedGradesAgain() throws Exception {
    run(false, BatchListener.SILENT);
    Log log = new Log();
    run(false, log);
    assertThat(log.lines).contains("finished ann", "finished ben").doesNotContain("kept ann true");
  }

  @Test
  void twoBatchesDoNotShareAFolderUntilTheFirstIsClosed() throws Exception {
    try (Batch first =
        Batch.open(samples.workers(), samples.plan(false), out(), BatchListener.SILENT)) {
      assertThat(first.finished()).isEmpty();
      assertThatThrownBy(() -> run(false, BatchListener.SILENT))
          .isInstanceOf(BatchFolderException.class);
    }
    assertThat(run(false, BatchListener.SILENT).reports()).hasSize(2);
  }

  @Test
  void anInterruptedBatchEndsAndLeavesNoResultOfWhatWasNotGraded() throws Exception {
    Path ann = folder.resolve("class/ann");
    Samples.source(ann, "@Answers(\"iris\") class Ann {}");
    HandedIn handedIn = HandedIn.find(List.of(ann));
    try (Batch batch =
        Batch.open(samples.workers(), samples.plan(false), out(), BatchListener.SILENT)) {
      batch.interrupt();
      assertThatThrownBy(() -> batch.run(handedIn)).isInstanceOf(InterruptedException.class);
      assertThat(batch.finished()).isEmpty();
    }
    assertThat(out().path().resolve("ann/iris/result.json")).doesNotExist();
    assertThat(out().entries()).content().contains("\"submission\": \"ann\"");
  }

  @Test
  void resultsCanBeReadBackFromTheBatchsFolder() throws Exception {
    BatchOutcome outcome = run(false, BatchListener.SILENT);
    GradeReport ann = outcome.reports().get(0);
    Path file = out().answer("ann", ann.problem()).resolve("result.json");
    assertThat(JsonReports.read(file)).isEqualTo(ann);
  }
}
