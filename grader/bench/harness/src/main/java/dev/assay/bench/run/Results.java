package dev.assay.bench.run;

import dev.assay.bench.Median;
import dev.assay.bench.Outcome;
import dev.assay.bench.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that was measured, and what could not be. */
final class Results {
  private final Map<Run, List<Outcome>> outcomes = new LinkedHashMap<>();
  private final Map<Run, String> failures = new LinkedHashMap<>();
  private final Map<Pairing, List<Pair>> pairs = new LinkedHashMap<>();

  private record Pairing(String own, Run peer) {}

  private record Pair(Outcome own, Outcome peer) {
    double ratio(Measure measure) {
      return measure.of(own) / measure.of(peer);
    }
  }

  void add(Run run, Outcome outcome) {
    outcomes.computeIfAbsent(run, key -> new ArrayList<>()).add(outcome);
  }

  /** Two runs, one right behind the other. */
  void pair(String own, Outcome outcome, Run peer, Outcome other) {
    pairs
        .computeIfAbsent(new Pairing(own, peer), key -> new ArrayList<>())
        .add(new Pair(outcome, other));
  }

  /**
   * How long a program takes for each second of another, if it was measured: the median over the
   * pairs of runs, or without pairs that of the medians.
   *
   * @param own Assay, or a mode of it
   */
  Optional<Double> ratio(Workload workload, String own, Standing other, Measure measure) {
    List<Pair> paired =
        pairs.get(new Pairing(own, new Run(workload, other.program(), other.threads())));
    return paired != null
        ? Optional.of(Median.of(paired.stream().map(pair -> pair.ratio(measure)).toList()))
        : standing(workload, own).map(it -> measure.of(it) / measure.of(other));
  }

  /** A run that failed once does not count, even if it had succeeded before. */
  void fail(Run run, String reason) {
    failures.put(run, reason);
    outcomes.remove(run);
  }

  boolean failed(Run run) {
    return failures.containsKey(run);
  }

  /** Each program at its own best number of threads, the fastest first. */
  List<Standing> standings(Workload workload) {
    Map<String, Standing> best = new LinkedHashMap<>();
    outcomes.forEach(
        (run, list) -> {
          if (run.workload() == workload) {
            Standing standing = new Standing(run.program(), run.threads(), list);
            best.merge(run.program(), standing, (a, b) -> b.seconds() < a.seconds() ? b : a);
          }
        });
    return best.values().stream().sorted(Comparator.comparingDouble(Standing::seconds)).toList();
  }

  /** One program, if it was measured. */
  Optional<Standing> standing(Workload workload, String program) {
    return standings(workload).stream().filter(s -> s.program().equals(program)).findFirst();
  }

  /** The fastest program by that measure that is not Assay, if any was measured. */
  Optional<Standing> bestPeer(Workload workload, Measure measure) {
    return standings(workload).stream()
        .filter(standing -> !Contestants.isAssay(standing.program()))
        .min(Comparator.comparingDouble(measure::of));
  }

  /** Why runs failed, in the order of their runs. */
  Map<Run, String> failures() {
    return new LinkedHashMap<>(failures);
  }
}
