package dev.assay.training.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of grader/docs/concepts are written by hand; their code runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConceptPagesTest {
  private static final Path DOCS =
      Path.of(System.getProperty("assay.home"), "grader/docs/concepts");
  private static final Path KOREAN = DOCS.resolve("ko");
  private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");

  private Workshop workshop;

  @BeforeAll
  void compileAllCode(@TempDir Path folder) {
    workshop = new Workshop(snippets().toList(), folder);
  }

  private static Stream<Snippet> snippets() {
    List<Snippet> snippets = new ArrayList<>();
    for (String page : pages(DOCS)) {
      for (String code : code(DOCS.resolve(page))) {
        snippets.add(Snippet.parse(page + ", block " + (snippets.size() + 1), code));
      }
    }
    return snippets.stream();
  }

  private static List<String> pages(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".md"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> code(Path page) {
    return BLOCK.matcher(text(page)).results().map(block -> block.group(1)).toList();
  }

  private static String text(Path page) {
    try {
      return Files.readString(page).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void theCodeShowsWhatItSays(Snippet snippet) throws ReflectiveOperationException {
    assertThat(joined(workshop.run(snippet)))
        .as(snippet.name())
        .isEqualTo(joined(snippet.expected()));
  }

  /** A long text may be broken into lines on a page. */
  private static List<String> joined(List<List<String>> values) {
    return values.stream().map(lines -> String.join(" ", lines)).toList();
  }

  @Test
  void everyConceptHasCode() {
    assertThat(pages(DOCS))
        .hasSizeGreaterThan(7)
        .filteredOn(page -> !page.equals("README.md"))
        .allSatisfy(page -> assertThat(code(DOCS.resolve(page))).as(page).isNotEmpty());
  }

  @Test
  void theKoreanPagesHaveTheSameCode() {
    assertThat(pages(KOREAN)).isEqualTo(pages(DOCS));
    assertThat(pages(DOCS))
        .allSatisfy(
            page ->
                assertThat(code(KOREAN.resolve(page)))
                    .as(page)
                    .isEqualTo(code(DOCS.resolve(page))));
  }

  @Test
  void theIndexesLeadToAllPages() {
    for (Path folder : List.of(DOCS, KOREAN)) {
      String index = text(folder.resolve("README.md"));
      assertThat(pages(folder))
          .filteredOn(page -> !page.equals("README.md"))
          .allSatisfy(page -> assertThat(index).contains("](" + page + ")"));
    }
  }
}
