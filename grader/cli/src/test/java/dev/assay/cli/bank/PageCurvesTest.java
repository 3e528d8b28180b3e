package dev.assay.cli.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.findings.Catalogue;
import dev.assay.findings.FindingCode;
import dev.assay.findings.pages.Curves;
import dev.assay.findings.pages.ExampleProgram;
import dev.assay.findings.pages.FindingPage;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Grades the programs on the pages of findings and the same with the fix, for their learning
 * curves. {@code -Dtest.argLine="-Dassay.goldens=write -Dassay.pages=CODE,CODE"} writes those of
 * some codes anew, or adds them.
 */
@Tag("exhaustive")
class PageCurvesTest {
  private static final MathContext DIGITS = new MathContext(4);

  @TempDir Path folder;

  private static @Nullable Curves curves(FindingCode code) {
    return new FindingPage(code, Catalogue.english()).curves();
  }

  /** Those that are asked for, otherwise those that have curves. */
  private static List<FindingCode> codes() {
    String asked = System.getProperty("assay.pages", "");
    return asked.isEmpty()
        ? PageExamples.codes().stream().filter(code -> curves(code) != null).toList()
        : Arrays.stream(asked.split(",")).map(FindingCode::valueOf).toList();
  }

  @Test
  void curvesAreThoseOfThePrograms() throws IOException {
    List<FindingCode> codes = codes();
    JsonNode before =
        BankRun.results(PageExamples.write(folder.resolve("before"), codes, ExampleProgram::code));
    JsonNode after =
        BankRun.results(PageExamples.write(folder.resolve("after"), codes, ExampleProgram::fixed));
    if ("write".equals(System.getProperty("assay.goldens"))) {
      PagesFile file = PagesFile.read();
      for (FindingCode code : codes) {
        file.put(code, "before", text(losses(before, code)));
        file.put(code, "after", text(losses(after, code)));
      }
      file.write();
      return;
    }
    for (FindingCode code : codes) {
      Curves written = Objects.requireNonNull(curves(code), code + " has no curves");
      assertAlike(code, losses(before, code), written.before());
      assertAlike(code, losses(after, code), written.after());
    }
  }

  /**
   * Processors differ in the last digits, which a long training makes larger, until it may end at
   * another epoch.
   */
  private static void assertAlike(FindingCode code, List<Double> losses, List<Double> written) {
    assertThat(losses).as(code.name()).isNotEmpty();
    double first = losses.get(0);
    if (Double.isFinite(first)) {
      assertThat(written.get(0))
          .as(code.name())
          .isCloseTo(first, Offset.offset(Math.abs(first) / 20));
    }
  }

  private static List<Double> losses(JsonNode results, FindingCode code) {
    for (JsonNode result : results) {
      if (result.get("submission").get("id").asText().equals(code.name())) {
        List<Double> losses = new ArrayList<>();
        for (JsonNode epoch : result.at("/training/history")) {
          losses.add(epoch.get("val_loss").asDouble(Double.NaN));
        }
        return losses;
      }
    }
    throw new IllegalStateException("there is no result of " + code);
  }

  private static String text(List<Double> losses) {
    return losses.stream()
        .map(loss -> loss.isNaN() ? "NaN" : shortened(loss))
        .collect(Collectors.joining(" "));
  }

  private static String shortened(double loss) {
    return new BigDecimal(loss).round(DIGITS).stripTrailingZeros().toString();
  }
}
