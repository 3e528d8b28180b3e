package dev.assay.bench.run;

import dev.assay.bench.Workload;
import java.util.List;
import java.util.Optional;

/**
 * What Assay is to reach.
 *
 * @param workload where
 * @param program Assay, or a mode of it
 * @param measure which seconds
 * @param ratio at most, of its seconds to those of the best peer in the same run
 */
record Target(Workload workload, String program, Measure measure, double ratio) {
  static final List<Target> ALL =
      List.of(
          new Target(Workload.A, Contestants.ASSAY, Measure.EPOCH, 0.7),
          new Target(Workload.A, Contestants.FAST, Measure.EPOCH, 0.5),
          new Target(Workload.B, Contestants.ASSAY, Measure.EPOCH, 1.0),
          new Target(Workload.C, Contestants.ASSAY, Measure.EPOCH, 1.0),
          new Target(Workload.D, Contestants.ASSAY, Measure.EPOCH, 0.8),
          new Target(Workload.A, Contestants.ASSAY, Measure.START, 0.8),
          new Target(Workload.B, Contestants.ASSAY, Measure.START, 0.8),
          new Target(Workload.C, Contestants.ASSAY, Measure.START, 0.8),
          new Target(Workload.D, Contestants.ASSAY, Measure.START, 0.8));

  /** Of training the network of workload A on MNIST. */
  static final long RESIDENT_BYTES = 1L << 30;

  /** Whether a program has one there. */
  static boolean has(Workload workload, String program) {
    return ALL.stream()
        .anyMatch(target -> target.workload() == workload && target.program().equals(program));
  }

  /** What was reached, if both sides were measured. */
  Optional<Double> reached(Results results) {
    return results
        .bestPeer(workload, measure)
        .flatMap(peer -> results.ratio(workload, program, peer, measure));
  }
}
