package dev.assay.bench.run;

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

  void add(Run run, Outcome outcome) {
    outcomes.computeIfAbsent(run, key -> new ArrayList<>()).add(outcome);
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

  /** The fastest program that is not Assay, if any was measured. */
  Optional<Standing> bestPeer(Workload workload) {
    return standings(workload).stream()
        .filter(standing -> !standing.program().startsWith(Contestants.ASSAY))
        .findFirst();
  }

  /** Why runs failed, in the order of their runs. */
  Map<Run, String> failures() {
    return new LinkedHashMap<>(failures);
  }
}
