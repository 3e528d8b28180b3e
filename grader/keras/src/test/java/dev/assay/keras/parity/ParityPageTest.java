package dev.assay.keras.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * PARITY.md is made of the rows here: write it anew with {@code
 * -Dtest.argLine=-Dassay.goldens=write}.
 */
class ParityPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("assay.home"), "grader/keras/PARITY.md");

  private static Map<String, List<Parity>> families() {
    return Stream.of(
            LayerParity.rows(), LossParity.rows(), OptimizerParity.rows(), FitParity.rows())
        .flatMap(List::stream)
        .collect(Collectors.groupingBy(Parity::family, LinkedHashMap::new, Collectors.toList()));
  }

  @Test
  void thePageIsWhatTheRowsSay() throws IOException {
    String page = page();
    if ("write".equals(System.getProperty("assay.goldens"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private static String page() {
    StringBuilder page = new StringBuilder();
    page.append("# Parity with Keras\n\n");
    page.append("Keras's defaults beside ours. A test writes and checks this page.\n");
    families()
        .forEach(
            (family, rows) -> {
              page.append("\n## ").append(family).append("\n\n");
              page.append("| name | Keras | Assay | remark |\n|---|---|---|---|\n");
              rows.forEach(row -> page.append(line(row)));
            });
    return page.toString();
  }

  private static String line(Parity row) {
    return "| %s | %s | %s | %s |\n"
        .formatted(cell(row.name()), cell(row.keras()), cell(row.ours()), cell(row.remark()));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
