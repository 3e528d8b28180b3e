package dev.assay.training.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages of grader/keras/docs are made of docstrings, by the rule that {@link Pages} has. Write
 * them anew with {@code -Dtest.argLine=-Dassay.goldens=write}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
  private static final Path GRADER = Path.of(System.getProperty("assay.home"), "grader");
  private static final Path DOCS = GRADER.resolve("keras/docs");
  private static final List<Path> BY_HAND = List.of(Path.of("KERAS.md"), Path.of("COURSES.md"));

  private final Docstrings library = new Docstrings(GRADER);
  private Workshop workshop;

  @BeforeAll
  void compileAllExamples(@TempDir Path folder) {
    workshop = new Workshop(examples().toList(), folder);
  }

  private Stream<Snippet> examples() {
    return library.classes().stream()
        .filter(type -> !type.example().isEmpty())
        .map(type -> Snippet.parse(type.family() + "." + type.name(), type.example()));
  }

  @Test
  void everyPublicClassSaysWhatItIsAndShowsIt() {
    List<String> gaps = library.classes().stream().flatMap(type -> type.gaps().stream()).toList();

    assertThat(gaps)
        .as("What docstrings lack. The rule is in the docstring of %s", Pages.class.getName())
        .isEmpty();
    assertThat(library.silent()).as("Public classes without a docstring").isEmpty();
    assertThat(library.classes()).hasSizeGreaterThan(100);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleShowsWhatItSays(Snippet snippet) throws ReflectiveOperationException {
    List<List<String>> values = workshop.run(snippet);

    List<Snippet.Statement> shown =
        snippet.statements().stream().filter(one -> !one.shown().isEmpty()).toList();
    for (int i = 0; i < shown.size(); i++) {
      assertThat(String.join(" ", values.get(i)))
          .as("%s: %s", snippet, shown.get(i).code())
          .isEqualTo(String.join(" ", shown.get(i).shown()));
    }
  }

  @Test
  void thePagesAreWhatTheDocstringsSay() throws IOException {
    Map<Path, String> pages = Pages.of(library.classes(), library.helpers());
    if ("write".equals(System.getProperty("assay.goldens"))) {
      write(pages);
    }

    List<Path> written = onDisk();
    assertThat(pages.keySet())
        .filteredOn(page -> !written.contains(page))
        .as("New pages: write them, as docs/README.md says")
        .isEmpty();
    assertThat(written)
        .filteredOn(page -> !pages.containsKey(page))
        .as("Pages of nothing: write all anew, as docs/README.md says")
        .isEmpty();
    for (Map.Entry<Path, String> page : pages.entrySet()) {
      assertThat(Files.readString(DOCS.resolve(page.getKey())))
          .as("%s: write the pages anew, as docs/README.md says", page.getKey())
          .isEqualTo(page.getValue());
    }
  }

  private static void write(Map<Path, String> pages) throws IOException {
    for (Path page : onDisk()) {
      Files.delete(DOCS.resolve(page));
    }
    for (Map.Entry<Path, String> page : pages.entrySet()) {
      Path file = DOCS.resolve(page.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, page.getValue());
    }
  }

  private static List<Path> onDisk() throws IOException {
    Files.createDirectories(DOCS);
    try (Stream<Path> files = Files.walk(DOCS)) {
      return files
          .filter(Files::isRegularFile)
          .map(DOCS::relativize)
          .filter(page -> !BY_HAND.contains(page))
          .toList();
    }
  }
}
