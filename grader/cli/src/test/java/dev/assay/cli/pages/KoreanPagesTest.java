package dev.assay.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages in Korean have every section, row and program of those in English. */
class KoreanPagesTest {
  private static final Path HOME = Path.of(System.getProperty("assay.home"));
  private static final Path CONCEPTS = Path.of("grader", "docs", "concepts");
  private static final Path FINDINGS = Path.of("grader", "findings", "docs");

  private static List<String> lines(Path page) throws IOException {
    return Files.readAllLines(HOME.resolve(page));
  }

  /** The lines that begin with a mark outside of code, cut to it. */
  private static List<String> marks(List<String> lines, String mark) {
    boolean[] code = {false};
    return lines.stream()
        .filter(
            line -> {
              code[0] ^= line.startsWith("```");
              return !code[0] && line.matches(mark + ".*");
            })
        .map(line -> line.replaceFirst("(" + mark + ").*", "$1"))
        .toList();
  }

  private static void assertSameSections(Path english, Path korean) throws IOException {
    assertThat(marks(lines(korean), "#+ "))
        .as(korean.toString())
        .isEqualTo(marks(lines(english), "#+ "));
  }

  private static void assertLinked(Path page, String link) throws IOException {
    assertThat(Files.readString(HOME.resolve(page))).contains("(" + link + ")");
  }

  @ParameterizedTest
  @CsvSource({"students.md, 2", "instructors.md, 0", "exams.md, 0", "clusters.md, 0"})
  void aPageHasTheSectionsListsAndProgramsOfTheOneInEnglish(String name, int answers)
      throws IOException {
    String page = "grader/docs/" + name;
    Path english = Path.of(page);
    Path korean = Path.of("grader/docs/ko/" + name);
    assertSameSections(english, korean);
    assertThat(marks(lines(korean), "\\|")).hasSameSizeAs(marks(lines(english), "\\|"));
    assertThat(marks(lines(korean), "- ")).hasSameSizeAs(marks(lines(english), "- "));
    assertThat(Snippets.ofPage(korean.toString()).answers())
        .hasSize(answers)
        .isEqualTo(Snippets.ofPage(page).answers());
    assertLinked(english, "ko/" + name);
    assertLinked(korean, "../" + name);
  }

  @Test
  void theReadmeHasTheAnswerOfTheOneInEnglish() throws IOException {
    Path korean = Path.of("grader/docs/ko/README.md");
    assertSameSections(Path.of("README.md"), korean);
    assertThat(Snippets.ofPage(korean.toString()).answers())
        .hasSize(1)
        .isEqualTo(Snippets.ofPage("README.md").answers());
    assertLinked(Path.of("README.md"), "grader/docs/ko/README.md");
    assertLinked(korean, "../../../README.md");
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(HOME.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".md"))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void everyConceptAndEveryFindingHasAPage() throws IOException {
    for (Path folder : List.of(CONCEPTS, FINDINGS)) {
      Set<String> names = names(folder);
      assertThat(names(folder.resolve("ko"))).isEqualTo(names).hasSizeGreaterThanOrEqualTo(8);
      for (String name : names) {
        if (!name.equals("README.md")) {
          assertSameSections(folder.resolve(name), folder.resolve("ko").resolve(name));
        }
      }
    }
  }

  @Test
  void theConceptsLeadToFindingsInKorean() throws IOException {
    for (String name : names(CONCEPTS)) {
      assertThat(Files.readString(HOME.resolve(CONCEPTS).resolve("ko").resolve(name)))
          .as(name)
          .doesNotContain("findings/docs/" + "README")
          .doesNotContainPattern("findings/docs/[A-Z]")
          .contains("(../" + name + ")");
    }
  }

  @Test
  void noPageLeavesAParagraphInEnglish() throws IOException {
    for (String folder : List.of("grader/docs/ko", "grader/docs/concepts/ko")) {
      for (String name : names(Path.of(folder))) {
        String text = Files.readString(HOME.resolve(folder).resolve(name));
        String prose = text.replaceAll("(?s)```.*?```", "");
        assertThat(prose.split("\n\n+"))
            .filteredOn(paragraph -> paragraph.matches("(?s).*[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}.*"))
            .as("%s/%s", folder, name)
            .allMatch(paragraph -> paragraph.matches("(?s).*[가-힣].*"));
      }
    }
  }
}
