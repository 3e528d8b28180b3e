package dev.assay.cli.grade.epochs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Catalogue;
import dev.assay.keras.training.EpochResult;
import dev.assay.run.grading.TrainingStep;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class EpochLinesTest {
  private final AtomicLong nanos = new AtomicLong();

  private static Map<String, Double> values() {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("loss", 0.25);
    values.put("accuracy", 0.9);
    values.put("val_loss", 0.33333);
    values.put("val_accuracy", 1.0);
    return values;
  }

  @Test
  void anEpochHasABarATimeItsMetricsAndAMarkIfItIsTheBest() {
    EpochLines lines =
        new EpochLines(Catalogue.english(), 20, Integer.MAX_VALUE, new TimeLeft(nanos::get));
    assertThat(lines.done(new EpochResult(3, 1.26, values(), 0.001, true)))
        .isEqualTo(
            "   3/20 [================]  1.3 s  loss 0.2500  accuracy 0.9000  val_loss 0.3333"
                + "  val_accuracy 1.0000  * best, saved");
    assertThat(lines.done(new EpochResult(12, 83.4, values(), 0.001, false)))
        .isEqualTo(
            "  12/20 [================] 1 min 23 s  loss 0.2500  accuracy 0.9000  val_loss 0.3333"
                + "  val_accuracy 1.0000");
  }

  @Test
  void aRunningEpochHasPartOfTheBarAndTheTimeLeftOfTheWholeTraining() {
    EpochLines lines =
        new EpochLines(Catalogue.english(), 2, Integer.MAX_VALUE, new TimeLeft(nanos::get));
    nanos.set(5_000_000_000L);
    assertThat(lines.running(new TrainingStep(1, 5, 100, Map.of()))).doesNotContain("left");
    nanos.addAndGet(1_000_000_000L);
    assertThat(lines.running(new TrainingStep(1, 25, 100, Map.of("loss", 0.5))))
        .isEqualTo("  1/2 [====............] 8.8 s left  loss 0.5000");
    nanos.addAndGet(9_000_000_000L);
    assertThat(lines.running(new TrainingStep(2, 50, 100, Map.of())))
        .isEqualTo("  2/2 [========........] 3.4 s left");
    assertThat(lines.running(new TrainingStep(2, 100, 100, Map.of()))).contains(" 0.0 s left");
  }

  @Test
  void fitsANarrowTerminal() {
    EpochLines lines = new EpochLines(Catalogue.english(), 100, 80, new TimeLeft(nanos::get));
    String best = lines.done(new EpochResult(7, 1.26, values(), 0.001, true));
    assertThat(best)
        .isEqualTo("    7/100  1.3 s  loss 0.2500  acc 0.9000  val_loss 0.3333  val_acc 1.0000  *");
    assertThat(best.length()).isLessThanOrEqualTo(80);
  }

  @Test
  void onANarrowerOneValuesOfTrainingGiveWayFirstAndStayAway() {
    EpochLines lines = new EpochLines(Catalogue.english(), 100, 60, new TimeLeft(nanos::get));
    Map<String, Double> long7 = values();
    long7.put("loss", 12_345.0);
    assertThat(lines.done(new EpochResult(7, 1.26, long7, 0.001, true)))
        .isEqualTo("    7/100  val_loss 0.3333  val_acc 1.0000  *");
    assertThat(lines.done(new EpochResult(8, 1.26, values(), 0.001, false)))
        .isEqualTo("    8/100  val_loss 0.3333  val_acc 1.0000");
    assertThat(
            new EpochLines(Catalogue.english(), 100, 60, new TimeLeft(nanos::get))
                .done(new EpochResult(8, 1, values(), 1, false)))
        .isEqualTo("    8/100  loss 0.2500  val_loss 0.3333  val_acc 1.0000");
    assertThat(
            new EpochLines(Catalogue.english(), 100, 40, new TimeLeft(nanos::get))
                .done(new EpochResult(8, 1, values(), 1, true)))
        .isEqualTo("    8/100  val_loss 0.3333  *");
  }
}
