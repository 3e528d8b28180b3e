package dev.assay.training.docs;

import dev.assay.training.docs.ClassDoc.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a class's docstrings should say and do not. */
final class Gaps {
  private Gaps() {}

  static List<String> of(String name, Markdown doc, Map<String, List<Row>> sections) {
    List<String> gaps = new ArrayList<>();
    if (doc.text().isEmpty()) {
      gaps.add(name + " has no docstring: say in a sentence what it does");
    }
    if (doc.example().isEmpty()) {
      gaps.add(name + " has no example: end its docstring with <p>Example: <pre>{@code ...}</pre>");
    } else if (!doc.example().contains(Snippet.MARK)) {
      gaps.add(name + "'s example shows nothing: give a line a comment " + Snippet.MARK + " value");
    }
    sections.forEach(
        (title, rows) -> {
          for (Row row : rows) {
            if (row.text().isEmpty()) {
              gaps.add(
                  "%s: `%s` (%s) has no words: give it a docstring, or the class a @param of its name"
                      .formatted(name, row.code(), title));
            }
          }
        });
    return gaps;
  }
}
