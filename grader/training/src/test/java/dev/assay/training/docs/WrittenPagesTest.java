package dev.assay.training.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** KERAS.md and COURSES.md are written by hand; their code runs. */
class WrittenPagesTest {
  private static final Path DOCS = Path.of(System.getProperty("assay.home"), "grader/keras/docs");
  private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("]\\((?!http)([^)#]*)#?([^)]*)\\)");

  private static List<String> find(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }

  @Test
  void theModelsOfTheCoursesHaveTheirKnownParameterCounts(@TempDir Path folder) throws Exception {
    List<Snippet> models =
        find(BLOCK, Files.readString(DOCS.resolve("COURSES.md"))).stream()
            .map(code -> Snippet.parse("COURSES.md", code))
            .toList();

    Workshop workshop = new Workshop(models, folder);

    assertThat(models).hasSizeGreaterThanOrEqualTo(9);
    for (Snippet model : models) {
      assertThat(workshop.run(model)).isNotEmpty().isEqualTo(model.expected());
    }
  }

  @Test
  void theMigrationTableCompilesAndRuns(@TempDir Path folder) throws Exception {
    String page = Files.readString(DOCS.resolve("KERAS.md"));
    List<Snippet.Statement> statements = new ArrayList<>();
    statements.add(new Snippet.Statement(find(BLOCK, page).get(0), List.of()));
    for (String code : page.lines().flatMap(WrittenPagesTest::assay).toList()) {
      boolean isStatement = code.endsWith(";");
      statements.add(
          new Snippet.Statement(
              isStatement ? code : code + ";", isStatement ? List.of() : List.of("anything")));
    }
    Snippet table = new Snippet("KERAS.md", statements);

    new Workshop(List.of(table), folder).run(table);

    assertThat(statements).hasSizeGreaterThan(90);
  }

  /** The code in the second column of a row. */
  private static Stream<String> assay(String row) {
    String[] cells = row.split("\\|", -1);
    return row.startsWith("| ") && cells.length > 2
        ? find(CODE, cells[2]).stream()
        : Stream.empty();
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> dead = new ArrayList<>();
    try (Stream<Path> pages = Files.walk(DOCS)) {
      for (Path page : pages.filter(path -> path.toString().endsWith(".md")).toList()) {
        String text = Files.readString(page);
        LINK.matcher(text)
            .results()
            .filter(link -> !leads(page, link))
            .forEach(link -> dead.add(DOCS.relativize(page) + ": " + link.group()));
      }
    }

    assertThat(dead).isEmpty();
  }

  private static boolean leads(Path page, MatchResult link) {
    Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1)).normalize();
    return Files.exists(target) && (link.group(2).isEmpty() || hasTitle(target, link.group(2)));
  }

  private static boolean hasTitle(Path page, String anchor) {
    try (Stream<String> lines = Files.lines(page)) {
      return lines.anyMatch(
          line ->
              line.startsWith("#")
                  && line.replaceFirst("#+ ", "")
                      .toLowerCase(Locale.ROOT)
                      .replace(' ', '-')
                      .equals(anchor));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
