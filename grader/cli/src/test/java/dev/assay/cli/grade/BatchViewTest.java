package dev.assay.cli.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Terminal;
import dev.assay.findings.Catalogue;
import dev.assay.keras.training.EpochResult;
import dev.assay.run.grading.GradingListener;
import dev.assay.run.grading.TrainingStep;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchViewTest {
  private static final String ERASE = "\r\u001b[2K";
  private static final Path FOLDER = Path.of("").toAbsolutePath().resolve("reports/run");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private BatchView view(boolean live, boolean shared) {
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    return new BatchView(new Screen(out, new Terminal(live, 100)), FOLDER, shared);
  }

  private String shown() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static EpochResult epoch(int number, boolean best) {
    return new EpochResult(number, 0.5, Map.of("loss", 0.25), 0.001, best);
  }

  @Test
  void aFinishedEpochTakesTheLiveLinesPlace() {
    GradingListener listener = view(true, false).gradings();
    listener.step(new TrainingStep(1, 100, 100, Map.of("loss", 0.5)));
    listener.epoch(epoch(1, true));
    assertThat(shown())
        .isEqualTo(
            ERASE
                + "  1/1 [================]         loss 0.5000"
                + ERASE
                + "  1/1 [================]  0.5 s  loss 0.2500  * best, saved\n");
  }

  @Test
  void withoutATerminalOnlyWholeLinesAreWritten() {
    BatchView view = view(false, false);
    view.compiling("ann");
    GradingListener listener = view.gradings();
    listener.step(new TrainingStep(1, 1, 2, Map.of("loss", 0.5)));
    listener.epoch(epoch(1, false));
    assertThat(shown()).isEqualTo("  1/1 [================]  0.5 s  loss 0.2500\n");
  }

  /** Epochs of several answers in one column would belong to nobody. */
  @Test
  void sharedNothingIsShownBeforeItIsWhole() {
    view(false, true).gradings().epoch(epoch(1, false));
    assertThat(shown()).isEmpty();
  }

  @Test
  void namesTheReportsBelowTheSummaryRelativeToHere() {
    view(false, false).summary("table\n\ntotals\n", List.of());
    assertThat(shown()).isEqualTo("\ntable\n\ntotals\nReports: reports/run\n");
  }

  @Test
  void quietNothingIsShownButTheSummary() {
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    BatchView view =
        new BatchView(
            new Screen(out, new Terminal(true, 100)),
            Catalogue.english(),
            FOLDER,
            false,
            true,
            null);
    view.live("live");
    view.gradings().epoch(epoch(1, true));
    view.summary("table\n", List.of());
    assertThat(shown()).isEqualTo(ERASE + "table\nReports: reports/run\n");
  }

  @Test
  void anInterruptedRunSaysWhatIsKept() {
    BatchView view = view(true, false);
    view.interrupted(List.of());
    view.live("late");
    view.lines(List.of("later"));
    assertThat(shown())
        .isEqualTo(
            ERASE
                + "Interrupted. 0 finished results are kept in reports/run\n"
                + "To continue, run the same command with --resume --out reports/run.\n");
  }
}
