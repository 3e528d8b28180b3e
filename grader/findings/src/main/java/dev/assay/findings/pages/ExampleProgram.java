package dev.assay.findings.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An answer with one mistake, and the same answer without it.
 *
 * @param problem the problem's id
 * @param code the methods {@code build} and {@code fit} with the mistake
 * @param fixed the same methods without it
 */
public record ExampleProgram(String problem, String code, String fixed) {
  /**
   * Returns the lines of both, each after two characters: {@code "- "} where the fix removes it,
   * {@code "+ "} where the fix adds it, otherwise two spaces.
   */
  public List<String> changes() {
    List<String> before = code.lines().toList();
    List<String> after = fixed.lines().toList();
    int[][] common = common(before, after);
    List<String> changes = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        changes.add(("  " + before.get(i)).stripTrailing());
        i++;
        j++;
      } else if (i < before.size() && common[i + 1][j] >= common[i][j + 1]) {
        changes.add("- " + before.get(i++));
      } else {
        changes.add("+ " + after.get(j++));
      }
    }
    return Collections.unmodifiableList(changes);
  }

  /** Counts the lines that the ends of both have in common, in their order. */
  private static int[][] common(List<String> before, List<String> after) {
    int[][] counts = new int[before.size() + 2][after.size() + 2];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        counts[i][j] =
            before.get(i).equals(after.get(j))
                ? counts[i + 1][j + 1] + 1
                : Math.max(counts[i + 1][j], counts[i][j + 1]);
      }
    }
    return counts;
  }
}
