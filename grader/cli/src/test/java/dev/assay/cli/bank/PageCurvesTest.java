package dev.assay.cli.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Catalogue;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Severity;
import dev.assay.findings.Stage;
import dev.assay.findings.pages.Curves;
import dev.assay.findings.pages.ExampleProgram;
import dev.assay.findings.pages.FindingPage;
import dev.assay.keras.training.History;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trains the programs on the pages of findings and the same with the fix, for their learning
 * curves. {@code -Dtest.argLine="-Dassay.goldens=write -Dassay.pages=CODE,CODE"} writes those of
 * some codes anew, or adds them.
 */
@Tag("exhaustive")
class PageCurvesTest {
  private static final MathContext DIGITS = new MathContext(4);

  @TempDir Path folder;

  /** Those that are asked for, otherwise all that have a program. */
  private static List<FindingCode> codes() {
    String asked = System.getProperty("assay.pages", "");
    return asked.isEmpty()
        ? PageExamples.codes()
        : Arrays.stream(asked.split(",")).map(FindingCode::valueOf).toList();
  }

  /** Whether the grader never trains the program with the mistake. */
  private static boolean isRefused(FindingCode code) {
    return code.severity() == Severity.ERROR && code.stage() == Stage.INSPECT;
  }

  @Test
  void curvesAreThoseOfThePrograms() throws Exception {
    List<FindingCode> codes = codes();
    List<FindingCode> trained = codes.stream().filter(code -> !isRefused(code)).toList();
    Map<FindingCode, History> before =
        new PageTrainings(folder.resolve("before")).histories(trained, ExampleProgram::code);
    Map<FindingCode, History> after =
        new PageTrainings(folder.resolve("after")).histories(codes, ExampleProgram::fixed);
    PagesFile file = PagesFile.read();
    if ("write".equals(System.getProperty("assay.goldens"))) {
      write(file, before, after);
      return;
    }
    for (FindingCode code : codes) {
      Curves written =
          Objects.requireNonNull(
              new FindingPage(code, Catalogue.english()).curves(), code + " has no curves");
      String key = file.curve(code);
      assertAlike(code, values(Objects.requireNonNull(after.get(code)), key), written.after());
      History mistaken = before.get(code);
      if (mistaken == null) {
        assertThat(written.before()).as(code.name()).isEmpty();
      } else {
        assertAlike(code, values(mistaken, key), written.before());
      }
    }
  }

  private static void write(
      PagesFile file, Map<FindingCode, History> before, Map<FindingCode, History> after)
      throws IOException {
    after.forEach(
        (code, fixed) -> {
          String key = file.curve(code);
          file.put(code, "after", text(values(fixed, key)));
          file.remove(code, "before");
          file.remove(code, "graded");
          History mistaken = before.get(code);
          if (mistaken != null) {
            file.put(code, "before", text(values(mistaken, key)));
            if (choosesAnotherEpoch(mistaken, fixed)) {
              file.put(code, "graded", mistaken.bestEpoch() + " " + fixed.bestEpoch());
            }
          }
        });
    file.write();
  }

  private static boolean choosesAnotherEpoch(History mistaken, History fixed) {
    return values(mistaken, "val_loss").equals(values(fixed, "val_loss"))
        && mistaken.bestEpoch() != fixed.bestEpoch();
  }

  /**
   * Processors differ in the last digits, which a long training makes larger, until it may end at
   * another epoch. Of a training that jumps about even the first epoch is another one.
   */
  private static void assertAlike(FindingCode code, List<Double> losses, List<Double> written) {
    assertThat(losses).as(code.name()).isNotEmpty();
    double first = losses.get(0);
    boolean jumps = written.stream().anyMatch(loss -> loss > 2 * Math.abs(written.get(0)));
    if (Double.isFinite(first) && jumps) {
      assertThat(written.get(0)).as(code.name()).isBetween(first / 3, first * 3);
    } else if (Double.isFinite(first)) {
      assertThat(written.get(0))
          .as(code.name())
          .isCloseTo(first, Offset.offset(Math.abs(first) / 20));
    }
  }

  /** A value by epoch; NaN where there is none. */
  private static List<Double> values(History history, String key) {
    return history.epochs().stream()
        .map(epoch -> epoch.values().getOrDefault(key, Double.NaN))
        .toList();
  }

  private static String text(List<Double> losses) {
    return losses.stream()
        .map(loss -> Double.isFinite(loss) ? shortened(loss) : loss.toString())
        .collect(Collectors.joining(" "));
  }

  private static String shortened(double loss) {
    return new BigDecimal(loss).round(DIGITS).stripTrailingZeros().toString();
  }
}
