package dev.assay.training.docs;

import static java.util.stream.Collectors.joining;

import dev.assay.training.docs.ClassDoc.Row;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The pages of grader/keras/docs, by their paths below it.
 *
 * <p>A class's page is made of its docstring and those of its public members, so that is where to
 * change it. The rule for a new public class in one of {@link Docstrings#FAMILIES}:
 *
 * <ul>
 *   <li>its docstring begins with a sentence of what it does; where it has a counterpart in Keras
 *       that sentence or the next says "as Keras's {@code Name}";
 *   <li>it says the shapes of input and output, the formula and its source, and of each parameter
 *       the range and the default;
 *   <li>every option, constant and parameter has words: an option of its own, or those of the
 *       parameter of its name;
 *   <li>behind a paragraph "Example:" stands a {@code <pre>} with two to eight lines of code, which
 *       use {@link dev.assay.training.Example}; a comment {@code // -> value} behind a statement
 *       says what it gives, and a test runs it. {@code Dense.java} shows the form.
 * </ul>
 *
 * <p>What is public but not for students is listed in {@link Docstrings}.
 */
final class Pages {
  private static final Map<String, String> TITLES =
      Map.of("training", "Training", "models", "Models", "schedules", "Learning-rate schedules");

  private Pages() {}

  static Map<Path, String> of(List<ClassDoc> classes, List<Row> helpers) {
    Map<Path, String> pages = new TreeMap<>();
    for (ClassDoc type : classes) {
      pages.put(Path.of(type.family(), type.name() + ".md"), page(type));
    }
    pages.put(Path.of("README.md"), index(classes, helpers));
    return pages;
  }

  private static String page(ClassDoc type) {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(type.name()).append("\n\n");
    page.append("`%s`".formatted(type.qualifiedName()));
    if (!type.parents().isEmpty()) {
      page.append(", a kind of ").append(String.join(" and ", type.parents()));
    }
    if (!type.keras().isEmpty()) {
      page.append("; in Keras [`%s`](../KERAS.md)".formatted(type.keras()));
    }
    page.append("\n\n").append(type.text()).append("\n\n## Example\n\n");
    page.append("```java\n").append(type.example()).append("\n```\n");
    type.sections()
        .forEach(
            (title, rows) ->
                page.append("\n## ").append(title).append("\n\n").append(section(title, rows)));
    page.append("\n[All pages](../README.md) · ");
    page.append("[what the examples import and call](../README.md#about-the-examples)");
    if (!type.keras().isEmpty()) {
      page.append(" · [Keras's defaults beside ours](../../PARITY.md)");
    }
    return page.append('\n').toString();
  }

  private static String section(String title, List<Row> rows) {
    return title.equals(ClassReader.SEE_ALSO)
        ? rows.stream().map(Row::text).collect(joining(" · ", "", "\n"))
        : table(rows);
  }

  private static String table(List<Row> rows) {
    return rows.stream()
        .map(row -> "| `%s` | %s |\n".formatted(cell(row.code()), cell(row.text())))
        .collect(joining("", "| | |\n|---|---|\n", ""));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private static String index(List<ClassDoc> classes, List<Row> helpers) {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # The model library

        A page for everything that models are made of, written from the docstrings; a test keeps it so and runs the
        examples. [KERAS.md](KERAS.md) has Keras's way of writing beside ours, [COURSES.md](COURSES.md) the models of the
        courses, [PARITY.md](../PARITY.md) the defaults.

        Shapes have the batch first, as `(batch, height, width, channels)`; all values are float32. An argument that is out of
        its range is an error where it is given, and a shape that does not fit when the model is built: an
        `IllegalArgumentException` that says what came and what is expected.
        """);
    Docstrings.FAMILIES.forEach((family, keras) -> page.append(family(family, keras, classes)));
    page.append(
        "\n## About the examples\n\nThey stand in a method, with these imports:\n\n```java\n");
    Workshop.IMPORTS.forEach(line -> page.append(line).append('\n'));
    page.append(Workshop.HELPERS).append("\n```\n\n");
    page.append("What stands behind `").append(Snippet.MARK);
    page.append(
        """
        ` is the value of the statement before it, numbers to five digits. The functions that are called
        there, of [Example](../../training/src/test/java/dev/assay/training/Example.java):

        """);
    page.append(table(helpers));
    page.append(
        """

        After a change to a docstring write the pages anew:

        ```
        mvn -pl grader/training -am test -Dtest=PagesTest -Dsurefire.failIfNoSpecifiedTests=false \\
            -Dtest.argLine=-Dassay.goldens=write
        ```
        """);
    return page.toString();
  }

  private static String family(String family, String keras, List<ClassDoc> classes) {
    List<ClassDoc> members =
        classes.stream()
            .filter(type -> type.family().equals(family))
            .sorted(Comparator.comparing(ClassDoc::name))
            .toList();
    if (members.isEmpty()) {
      return "";
    }
    String title = TITLES.getOrDefault(family, capital(family));
    String where = keras.isEmpty() ? "" : "\n`%s`\n".formatted(keras);
    return members.stream()
        .map(
            type -> "| [%s](%s) | %s |\n".formatted(type.name(), type.path(), cell(type.summary())))
        .collect(joining("", "\n## %s\n%s\n| | |\n|---|---|\n".formatted(title, where), ""));
  }

  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
