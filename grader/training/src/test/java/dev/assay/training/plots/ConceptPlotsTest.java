package dev.assay.training.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/**
 * Compares the plots of grader/docs/concepts with what is drawn here; {@code
 * -Dtest.argLine=-Dassay.goldens=write} writes them anew.
 */
class ConceptPlotsTest {
  private static final Path DOCS =
      Path.of(System.getProperty("assay.home"), "grader/docs/concepts");

  private final Map<String, String> plots = plots();

  private static Map<String, String> plots() {
    Map<String, String> plots = new TreeMap<>();
    for (Language language : Language.values()) {
      Stream.of(ActivationPlots.of(language), TrainingPlots.of(language))
          .forEach(
              some ->
                  some.forEach((name, plot) -> plots.put(language.folder() + name, plot.svg())));
    }
    return plots;
  }

  @Test
  void thePlotsAreWhatTheProgramDraws() throws IOException {
    if ("write".equals(System.getProperty("assay.goldens"))) {
      for (Map.Entry<String, String> plot : plots.entrySet()) {
        Files.writeString(DOCS.resolve(plot.getKey()), plot.getValue());
      }
    }
    assertThat(onDisk()).isEqualTo(List.copyOf(plots.keySet()));
    for (Map.Entry<String, String> plot : plots.entrySet()) {
      assertThat(Files.readString(DOCS.resolve(plot.getKey())).replace("\r\n", "\n"))
          .as("%s: write it anew, as concepts/README.md says", plot.getKey())
          .isEqualTo(plot.getValue());
    }
  }

  @Test
  void thePlotsAreXml() {
    plots.forEach(
        (name, text) ->
            assertThatCode(
                    () ->
                        DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(text))))
                .as(name)
                .doesNotThrowAnyException());
  }

  private static List<String> onDisk() throws IOException {
    try (Stream<Path> files = Files.walk(DOCS)) {
      return files
          .map(file -> DOCS.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".svg"))
          .sorted()
          .toList();
    }
  }
}
