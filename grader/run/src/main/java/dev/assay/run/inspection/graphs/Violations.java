package dev.assay.run.inspection.graphs;

import dev.assay.commons.text.Printable;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong: of each kind the first, and how many more there are. */
final class Violations {
  private static final int MAX_NAME = 80;

  private final Map<FindingCode, Finding> first = new LinkedHashMap<>();
  private final Map<FindingCode, Integer> more = new LinkedHashMap<>();

  /** Adds a violation, with the arguments of its text. */
  void add(FindingCode code, Object... arguments) {
    if (first.containsKey(code)) {
      more.merge(code, 1, Integer::sum);
    } else {
      first.put(code, Finding.of(code, arguments));
    }
  }

  List<Finding> all() {
    return first.values().stream()
        .map(
            finding ->
                more.containsKey(finding.code())
                    ? finding.andMore(more.getOrDefault(finding.code(), 0))
                    : finding)
        .toList();
  }

  /** Returns a name that a candidate's process wrote as it may be printed: short, on one line. */
  static String show(String name) {
    return Printable.line(name, MAX_NAME);
  }
}
