package dev.assay.cli.bank;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How well mistakes are named.
 *
 * @param graded the answers with what was said of them
 */
record BankScore(List<Graded> graded) {
  /** The normal distribution's quantile for intervals of 95 %. */
  private static final double Z = 1.96;

  /**
   * An answer and what was said of it.
   *
   * @param checked codes of the findings before training
   * @param told codes of the findings after it, and verdicts that are codes of the bank
   * @param warnings those of severity warning
   */
  record Graded(
      BankAnswer answer,
      String verdict,
      int points,
      Set<String> checked,
      Set<String> told,
      Set<String> warnings) {

    /** Every code of the mistake, or of each of several, was told. */
    boolean isExact() {
      return told.containsAll(answer.codes());
    }

    /** At least one code that is right was told. */
    boolean isNamed() {
      return isExact() || told.stream().anyMatch(this::isRight);
    }

    private boolean isRight(String code) {
      return answer.codes().contains(code) || answer.also().contains(code);
    }

    /** The warnings that are not right. */
    Set<String> wrong() {
      Set<String> wrong = new LinkedHashSet<>(warnings);
      wrong.removeIf(this::isRight);
      return wrong;
    }
  }

  /** A table with a row for each code, and the sums. */
  String table() {
    Map<String, List<Graded>> byCode = new TreeMap<>();
    for (Graded each : graded) {
      String code = each.answer().codes().isEmpty() ? "healthy" : each.answer().codes().get(0);
      byCode.computeIfAbsent(code, key -> new ArrayList<>()).add(each);
    }
    StringBuilder table =
        new StringBuilder(row("code", "answers", "exact", "within the set", "misdiagnosed"));
    byCode.forEach((code, all) -> table.append(counts(code, all)));
    table.append(counts("all", graded));
    table.append(counts("first half", half(true))).append(counts("second half", half(false)));
    List<Graded> early =
        graded.stream().filter(each -> each.answer().isSeenBeforeTraining()).toList();
    long checked =
        early.stream().filter(each -> each.checked().containsAll(each.answer().codes())).count();
    return table
        .append("named by check before training: ")
        .append(share(checked, early.size()))
        .append('\n')
        .toString();
  }

  private List<Graded> half(boolean first) {
    return graded.stream().filter(each -> each.answer().isOfFirstHalf() == first).toList();
  }

  private static String counts(String name, Collection<Graded> all) {
    return row(
        name,
        String.valueOf(all.size()),
        share(count(all, Graded::isExact), all.size()),
        share(count(all, Graded::isNamed), all.size()),
        share(count(all, each -> !each.wrong().isEmpty()), all.size()));
  }

  private static long count(Collection<Graded> all, Predicate<Graded> wanted) {
    return all.stream().filter(wanted).count();
  }

  private static String row(String... cells) {
    return String.format(Locale.ROOT, "%-24s %8s %26s %26s %26s%n", (Object[]) cells);
  }

  /** A share with its interval of 95 % by Wilson. */
  static String share(long count, int total) {
    if (total == 0) {
      return "-";
    }
    double p = (double) count / total;
    double middle = (p + Z * Z / (2 * total)) / (1 + Z * Z / total);
    double half =
        Z * Math.sqrt(p * (1 - p) / total + Z * Z / (4.0 * total * total)) / (1 + Z * Z / total);
    return String.format(
        Locale.ROOT,
        "%d = %.3f [%.3f, %.3f]",
        count,
        p,
        Math.max(0, middle - half),
        Math.min(1, middle + half));
  }

  /** A line for each answer of which not all was told, or something wrong. */
  String misses() {
    StringBuilder lines = new StringBuilder();
    for (Graded each : graded) {
      if (!each.isExact() || !each.wrong().isEmpty()) {
        lines.append(
            String.format(
                Locale.ROOT,
                "%-60s %s %d/5 wanted %s, told %s%s%n",
                each.answer().name(),
                each.verdict(),
                each.points(),
                each.answer().codes(),
                each.told(),
                each.wrong().isEmpty() ? "" : ", wrongly " + each.wrong()));
      }
    }
    return lines.toString();
  }
}
