package dev.assay.cli.terminal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Finds the name that was probably meant: one with the given beginning, or with one or two typing
 * mistakes.
 */
public final class NearName {
  private static final int LETTERS_A_SLIP = 3;

  private NearName() {}

  /**
   * Returns the nearest of the names, or none if all are far, since a wrong hint is worse than
   * none.
   */
  public static Optional<String> of(String given, Collection<String> names) {
    return names.stream()
        .filter(name -> isNear(given, name))
        .min(
            Comparator.comparingInt((String name) -> slips(given, name))
                .thenComparing(name -> name));
  }

  private static boolean isNear(String given, String name) {
    boolean begun = given.length() >= LETTERS_A_SLIP && name.startsWith(given);
    return begun || slips(given, name) <= Math.max(1, given.length() / LETTERS_A_SLIP);
  }

  /**
   * Counts letters omitted, added, replaced, or swapped with the next one (optimal string alignment
   * distance).
   */
  private static int slips(String a, String b) {
    int[][] slips = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        slips[i][j] = i == 0 || j == 0 ? i + j : least(a, b, i, j, slips);
      }
    }
    return slips[a.length()][b.length()];
  }

  private static int least(String a, String b, int i, int j, int[][] slips) {
    int replaced = slips[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, 1 + Math.min(slips[i - 1][j], slips[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, slips[i - 2][j - 2] + 1) : least;
  }
}
