package dev.assay.bench.run;

import dev.assay.bench.Workload;
import java.util.List;
import java.util.Optional;

/**
 * What Assay is to reach.
 *
 * @param workload where
 * @param program Assay, or a mode of it
 * @param ratio at most, of its seconds to those of the best peer in the same run
 */
record Target(Workload workload, String program, double ratio) {
  static final List<Target> ALL =
      List.of(
          new Target(Workload.A, Contestants.ASSAY, 0.65),
          new Target(Workload.B, Contestants.ASSAY, 0.8),
          new Target(Workload.C, Contestants.ASSAY, 0.45),
          new Target(Workload.D, Contestants.ASSAY, 0.35),
          new Target(Workload.A, Contestants.FAST, 0.45));

  /** Of training the network of workload A on MNIST. */
  static final long RESIDENT_BYTES = 1L << 30;

  /** That of a program, if it has one there. */
  static Optional<Target> of(Workload workload, String program) {
    return ALL.stream()
        .filter(target -> target.workload() == workload && target.program().equals(program))
        .findFirst();
  }

  /** What was reached, if both sides were measured. */
  Optional<Double> reached(Results results) {
    return results.bestPeer(workload).flatMap(peer -> results.ratio(workload, program, peer));
  }
}
