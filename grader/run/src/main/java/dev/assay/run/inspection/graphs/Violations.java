package dev.assay.run.inspection.graphs;

import dev.assay.commons.text.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects what is wrong: of each kind the first, and how many more there are. */
final class Violations {
  private static final int MAX_NAME = 80;

  private final Map<String, Violation> first = new LinkedHashMap<>();
  private final Map<String, Integer> more = new LinkedHashMap<>();

  /** Adds a violation, with the components of {@link Violation} in their order. */
  void add(String code, String message, String advice) {
    if (first.putIfAbsent(code, new Violation(code, message, advice)) != null) {
      more.merge(code, 1, Integer::sum);
    }
  }

  List<Violation> all() {
    List<Violation> all = new ArrayList<>();
    first.forEach(
        (code, violation) -> {
          Integer others = more.get(code);
          all.add(
              others == null
                  ? violation
                  : new Violation(
                      code,
                      String.format(
                          Locale.ROOT,
                          "%s There %s %,d more of this kind.",
                          violation.message(),
                          others == 1 ? "is" : "are",
                          others),
                      violation.advice()));
        });
    return all;
  }

  /** Returns a name that a candidate's process wrote as it may be printed: short, on one line. */
  static String show(String name) {
    return Printable.line(name, MAX_NAME);
  }
}
