package dev.assay.training.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines that a program of one's own prints while it trains, with a clock of the test's own. */
class EpochPrinterTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long nanos;

  private EpochPrinter printer(int verbose, int epochs, boolean live) {
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    return new EpochPrinter(new ProgressStream(out, live, 60), verbose, epochs, () -> nanos);
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  private static Map<String, Double> values() {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("loss", 0.33914);
    values.put("val_loss", 0.00012);
    return values;
  }

  private void train(EpochPrinter printer) {
    for (int epoch = 1; epoch <= 2; epoch++) {
      for (int step = 1; step <= 4; step++) {
        nanos += 500_000_000;
        printer.step(epoch, step, 4, EpochPrinterTest::values);
      }
      printer.epoch(epoch, 2, values());
    }
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, false", "2, true"})
  void whatIsNoTerminalGetsALineForEachEpoch(int verbose, boolean live) {
    train(printer(verbose, 2, live));

    assertThat(printed())
        .isEqualTo(
            """
            Epoch 1/2
            4/4 - 2s - 500ms/step - loss: 0.3391 - val_loss: 1.2000e-04
            Epoch 2/2
            4/4 - 2s - 500ms/step - loss: 0.3391 - val_loss: 1.2000e-04
            """);
  }

  @Test
  void aTerminalGetsABarThatMovesAndFitsIt() {
    train(printer(1, 2, true));

    String erase = "\r\u001b[2K";
    assertThat(printed())
        .startsWith(
            "Epoch 1/2\n"
                + (erase + "\r1/4 [=====>..............] 2s 500ms/step - loss: 0.3391 - v")
                + (erase + "\r2/4 [==========>.........] 1s 500ms/step - loss: 0.3391 - v"))
        .contains(
            erase
                + "4/4 [====================] 2s 500ms/step - loss: 0.3391 - val_loss: 1.2000e-04\n"
                + "Epoch 2/2\n");
  }

  @Test
  void aBarMovesAtMostTwentyTimesASecond() {
    EpochPrinter printer = printer(1, 1, true);
    for (int step = 1; step <= 1000; step++) {
      nanos += 1_000_000;
      printer.step(1, step, 1000, EpochPrinterTest::values);
    }

    assertThat(printed().chars().filter(c -> c == '[').count() / 2).isEqualTo(20);
  }

  @Test
  void verboseZeroPrintsNothing() {
    EpochPrinter printer = printer(0, 2, true);
    printer.training("member 1/2");
    train(printer);
    printer.say("The end.");

    assertThat(printed()).isEmpty();
  }

  @Test
  void aSingleEpochHasNoTitle() {
    printer(2, 1, false).epoch(1, 0.25, Map.of("loss", Double.NaN));

    assertThat(printed()).isEqualTo("1/1 - 0s - 250ms/step - loss: nan\n");
  }

  @Test
  void everyTrainingOfAnEnsembleHasItsTitle() {
    EpochPrinter printer = printer(2, 2, false);
    printer.training("member 1/2");
    printer.epoch(1, 1, Map.of());
    printer.training("member 2/2");
    printer.epoch(1, 1, Map.of());

    assertThat(printed())
        .isEqualTo(
            """
            Training member 1/2
            Epoch 1/2
            1/1 - 1s - 1s/step
            Training member 2/2
            Epoch 1/2
            1/1 - 1s - 1s/step
            """);
  }

  @ParameterizedTest
  @CsvSource({"1.6, 1, 2s - 2s/step", "0.0004, 2, 0s - 200us/step", "0, 1, 0s - 0s/step"})
  void timesHaveTheUnitsOfKeras(double seconds, int steps, String shown) {
    EpochPrinter printer = printer(2, 1, false);
    printer.step(1, steps, steps, EpochPrinterTest::values);
    printer.epoch(1, seconds, Map.of());

    assertThat(printed()).contains(shown);
  }
}
