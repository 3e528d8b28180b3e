package dev.assay.worker.hints;

import dev.assay.worker.hints.source.Library;

/** Compares names that may have been mistyped. */
final class Similar {
  private static final int LETTERS_PER_MISTAKE = 4;

  private Similar() {}

  /** Returns whether two names are equal except for capitals and underscores. */
  static boolean sameLetters(String one, String other) {
    return Library.plain(one).equals(Library.plain(other));
  }

  /**
   * Returns whether one name is the other with at most one typing mistake per four letters, and at
   * most two. A different digit is not a mistake: {@code Conv3D} is not {@code Conv2D}.
   */
  static boolean is(String one, String other) {
    if (!digits(one).equals(digits(other))) {
      return false;
    }
    int allowed = Math.min(2, Math.min(one.length(), other.length()) / LETTERS_PER_MISTAKE);
    return sameLetters(one, other) || distance(one, other) <= allowed;
  }

  private static String digits(String name) {
    return name.replaceAll("[^0-9]", "");
  }

  /** Letters to insert, leave out, replace or swap with their neighbour. */
  private static int distance(String one, String other) {
    int[][] steps = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : step(steps, one, other, i, j);
      }
    }
    return steps[one.length()][other.length()];
  }

  private static int step(int[][] steps, String one, String other, int i, int j) {
    int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
    int best = Math.min(steps[i - 1][j - 1] + same, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
  }
}
