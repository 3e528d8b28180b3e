package dev.assay.diagnosis;

import static dev.assay.findings.FindingCode.INPUT_IGNORED;
import static dev.assay.findings.FindingCode.LEARNING_RATE_HIGH;
import static dev.assay.findings.FindingCode.LEARNING_RATE_LOW;
import static dev.assay.findings.FindingCode.LINEAR_STACK;
import static dev.assay.findings.FindingCode.STILL_IMPROVING;
import static dev.assay.findings.FindingCode.UNEXPLAINED;

import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.facts.Outcome;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Leaves out what another finding explains, or contradicts. */
final class Reasoning {
  private Reasoning() {}

  /** Returns what is left of the findings: the causes, a symptom, and then what is only noted. */
  static List<Finding> of(Observations observed, List<Finding> all) {
    Outcome outcome = observed.outcome();
    boolean diverged = outcome != null && outcome.kind() == Outcome.Kind.DIVERGED;
    List<Finding> found =
        all.stream()
            .map(
                finding ->
                    diverged
                            && finding.severity() == Severity.WARNING
                            && !Causality.DIVERGENT.contains(finding.code())
                        ? finding.as(Severity.INFO)
                        : finding)
            .toList();
    Set<FindingCode> codes =
        found.stream()
            .map(Finding::code)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(FindingCode.class)));
    boolean passed = outcome != null && outcome.kind() == Outcome.Kind.PASSED;
    boolean structural = found.stream().anyMatch(Reasoning::explainsAll);
    boolean distorts =
        found.stream()
            .filter(Reasoning::explainsAll)
            .anyMatch(finding -> !Causality.EVEN.contains(finding.code()));
    List<Finding> left =
        withoutTwins(found, distorts).stream()
            .filter(finding -> !isExplained(finding, codes, structural, distorts))
            .map(
                finding ->
                    passed && finding.severity() == Severity.WARNING
                        ? finding.as(Severity.INFO)
                        : finding)
            .toList();
    List<Finding> told = withoutSymptoms(left);
    boolean warned = told.stream().anyMatch(finding -> finding.severity() == Severity.WARNING);
    return told.stream()
        .filter(finding -> !(warned && finding.code() == UNEXPLAINED))
        .sorted(Comparator.comparing(Reasoning::isNote))
        .toList();
  }

  /** Returns whether a finding comes after those that say why an answer failed, or that none do. */
  private static boolean isNote(Finding finding) {
    return finding.severity() == Severity.INFO && finding.code() != UNEXPLAINED;
  }

  private static boolean explainsAll(Finding finding) {
    return isStructural(finding) && finding.severity() == Severity.WARNING;
  }

  /** Tells whether another of the findings is why this one is there. */
  private static boolean isExplained(
      Finding finding, Set<FindingCode> codes, boolean structural, boolean distorts) {
    FindingCode code = finding.code();
    boolean planned = code == STILL_IMPROVING && !has(finding, "reason", "BEST_LAST");
    boolean follows = !planned && codes.stream().anyMatch(cause -> Causality.follows(cause, code));
    boolean inside = Causality.INTERNAL.contains(code) || Causality.SYMPTOMS.contains(code);
    boolean tried =
        (code == LEARNING_RATE_HIGH || code == LEARNING_RATE_LOW)
            && has(finding, "evidence", "TRIAL");
    boolean curve = code == STILL_IMPROVING && !planned;
    return follows
        || (structural && inside && !isStructural(finding))
        || (structural && curve)
        || (distorts && tried);
  }

  private static boolean has(Finding finding, String argument, String value) {
    return value.equals(finding.arguments().get(argument));
  }

  /** Of two findings on the learning rate keeps the measured one, where it is told. */
  private static List<Finding> withoutTwins(List<Finding> found, boolean distorts) {
    Set<FindingCode> tried = EnumSet.noneOf(FindingCode.class);
    found.stream()
        .filter(finding -> !distorts && has(finding, "evidence", "TRIAL"))
        .forEach(finding -> tried.add(finding.code()));
    return found.stream()
        .filter(finding -> !(tried.contains(finding.code()) && has(finding, "evidence", "STEP")))
        .toList();
  }

  private static boolean isStructural(Finding finding) {
    boolean thrownAway = finding.code() == INPUT_IGNORED && !has(finding, "layer", "");
    return Causality.STRUCTURAL.contains(finding.code()) || thrownAway;
  }

  /** Leaves the most telling symptom where no cause is known, and none where one is. */
  private static List<Finding> withoutSymptoms(List<Finding> findings) {
    boolean cause =
        findings.stream()
            .anyMatch(
                finding ->
                    finding.severity() == Severity.WARNING
                        && (!Causality.SYMPTOMS.contains(finding.code()) || isStructural(finding))
                        && finding.code() != LINEAR_STACK);
    List<Finding> left = new ArrayList<>();
    Finding told = null;
    for (Finding finding : findings) {
      if (!Causality.SYMPTOMS.contains(finding.code()) || isStructural(finding)) {
        left.add(finding);
      } else if (!cause && (told == null || rank(finding) < rank(told))) {
        told = finding;
      }
    }
    if (told != null) {
      left.add(told);
    }
    return left;
  }

  private static int rank(Finding finding) {
    return Causality.SYMPTOMS.indexOf(finding.code());
  }
}
