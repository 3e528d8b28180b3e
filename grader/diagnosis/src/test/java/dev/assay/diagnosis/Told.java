package dev.assay.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.diagnosis.facts.Observations;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Looks at findings as their readers do. */
public final class Told {
  private Told() {}

  /** The one finding that all rules together have; its texts are complete. */
  public static Finding only(Observations observed, FindingCode code) {
    return only(Diagnosis.all(observed), code);
  }

  public static Finding only(List<Finding> found, FindingCode code) {
    assertThat(found).extracting(Finding::code).containsExactly(code);
    return complete(found.get(0));
  }

  /** The finding of this code among others. */
  public static Finding among(List<Finding> found, FindingCode code) {
    assertThat(found).extracting(Finding::code).containsOnlyOnce(code);
    return complete(found.stream().filter(each -> each.code() == code).findFirst().orElseThrow());
  }

  private static Finding complete(Finding finding) {
    assertThat(finding.advice()).isNotNull();
    assertThat(Stream.of(finding.message(), finding.advice()))
        .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{", "}", "null"));
    String snippet = finding.snippet();
    assertThat(snippet == null || !(snippet.isBlank() || snippet.contains("{")))
        .as("snippet: %s", snippet)
        .isTrue();
    return finding;
  }

  /** The names of the codes. */
  public static List<String> codes(List<Finding> found) {
    return found.stream().map(finding -> finding.code().name()).toList();
  }

  /** The names of all codes that the rules find. */
  public static List<String> codes(Observations observed) {
    return codes(Diagnosis.all(observed));
  }

  /** An argument that is a number. */
  public static double number(Finding finding, String argument) {
    return (double) Objects.requireNonNull(finding.arguments().get(argument), argument);
  }

  /** An argument that is a whole number. */
  public static long count(Finding finding, String argument) {
    return (long) Objects.requireNonNull(finding.arguments().get(argument), argument);
  }
}
