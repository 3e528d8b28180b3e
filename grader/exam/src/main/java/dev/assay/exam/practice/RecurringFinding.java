package dev.assay.exam.practice;

import dev.assay.findings.FindingCode;
import dev.assay.findings.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A finding that several of the last attempts had.
 *
 * @param code of the finding
 * @param attempts how many had it
 * @param problems that these were at, each once, in their order
 */
public record RecurringFinding(String code, int attempts, List<String> problems) {
  /** What was long ago is learned, or is in later attempts too. */
  private static final int LAST = 20;

  private static final int SHOWN = 3;

  /** Copies the list. */
  public RecurringFinding {
    problems = List.copyOf(problems);
  }

  /**
   * The findings of at least two of the last 20 attempts that did not pass, the most common first,
   * three at most. Notes do not count.
   */
  public static List<RecurringFinding> of(List<PracticeAttempt> attempts) {
    List<PracticeAttempt> last =
        attempts.subList(Math.max(0, attempts.size() - LAST), attempts.size());
    Map<FindingCode, List<String>> found = new EnumMap<>(FindingCode.class);
    for (PracticeAttempt attempt : last) {
      if (!attempt.passed()) {
        attempt.findings().stream()
            .flatMap(RecurringFinding::known)
            .distinct()
            .forEach(
                code -> found.computeIfAbsent(code, c -> new ArrayList<>()).add(attempt.problem()));
      }
    }
    return found.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(
            entry ->
                new RecurringFinding(
                    entry.getKey().name(),
                    entry.getValue().size(),
                    entry.getValue().stream().distinct().toList()))
        .sorted(Comparator.comparingInt(RecurringFinding::attempts).reversed())
        .limit(SHOWN)
        .toList();
  }

  /** Codes that this version of Assay does not have any more are left out. */
  private static Stream<FindingCode> known(String name) {
    return Stream.of(FindingCode.values())
        .filter(code -> code.name().equals(name))
        .filter(code -> code.severity() != Severity.INFO);
  }
}
