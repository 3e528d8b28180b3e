package dev.assay.batch.plan;

import dev.assay.problems.ProblemVariant;
import dev.assay.report.GradeReport;
import java.util.List;
import java.util.Map;

/**
 * How long grading a submission will take, as well as can be told before it is compiled.
 *
 * <p>What an earlier grading of the same submission took is the best guess. Without one, each
 * answer costs the start of its processes and a share of the time that its problem allows.
 *
 * @param variants by the ids of the problems
 * @param measured the results that the run's folder holds, by submission
 */
record ExpectedSeconds(
    Map<String, ProblemVariant> variants, Map<String, List<GradeReport>> measured) {
  /** Compiling, and starting Java and TensorFlow three times over, on a machine of 2024. */
  private static final double START = 2.4;

  /** Answers take about this share of the longest training that is allowed. */
  private static final double SHARE = 0.02;

  /** The seconds for a submission that answers these problems. */
  double of(String submission, List<String> problems) {
    List<GradeReport> earlier = measured.getOrDefault(submission, List.of());
    double known = earlier.stream().mapToDouble(GradeReport::seconds).sum();
    return known > 0 ? known : START + problems.stream().mapToDouble(this::guess).sum();
  }

  private double guess(String problem) {
    ProblemVariant variant = variants.get(problem);
    return variant == null ? 0 : SHARE * variant.limits().trainSeconds();
  }
}
