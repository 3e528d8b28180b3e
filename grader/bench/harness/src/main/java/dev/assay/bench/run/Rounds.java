package dev.assay.bench.run;

import dev.assay.bench.Job;
import dev.assay.bench.Outcome;
import dev.assay.bench.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs every program in turn, round after round, and Assay once more behind each peer: what the
 * machine does beside them from one minute to the next meets both alike.
 *
 * @param contestants that can run here
 * @param data of each workload
 * @param threads each program is tried with
 * @param epochs of each run
 * @param progress takes a line a run
 */
record Rounds(
    List<Contestant> contestants,
    Map<Workload, Data.Files> data,
    List<Integer> threads,
    int epochs,
    Consumer<String> progress) {
  Rounds {
    contestants = List.copyOf(contestants);
    threads = List.copyOf(threads);
  }

  /** Runs them all. */
  Results run(int rounds, Launch launch, Path jobFile) throws IOException, InterruptedException {
    Results results = new Results();
    for (int round = 1; round <= rounds; round++) {
      String title = String.format(Locale.ROOT, "round %d/%d  ", round, rounds);
      Bench bench = new Bench(results, launch, jobFile, title);
      for (Workload workload : data.keySet()) {
        for (int count : threads) {
          for (Contestant contestant : contestants) {
            Run run = new Run(workload, contestant.id(), count);
            Optional<Outcome> outcome = measure(run, contestant, bench);
            if (outcome.isPresent() && !Contestants.isAssay(contestant.id())) {
              pair(run, outcome.get(), bench);
            }
          }
        }
      }
    }
    return results;
  }

  private record Bench(Results results, Launch launch, Path jobFile, String title) {}

  /** Assay, at its best number of threads so far, and the mode of it that has a target. */
  private void pair(Run peer, Outcome outcome, Bench bench)
      throws IOException, InterruptedException {
    for (Contestant contestant : contestants) {
      Optional<Standing> own = bench.results().standing(peer.workload(), contestant.id());
      if (Target.has(peer.workload(), contestant.id()) && own.isPresent()) {
        Run run = new Run(peer.workload(), contestant.id(), own.get().threads());
        measure(run, contestant, bench)
            .ifPresent(it -> bench.results().pair(contestant.id(), it, peer, outcome));
      }
    }
  }

  private Job job(Run run) {
    Data.Files files = Objects.requireNonNull(data.get(run.workload()));
    return new Job(
        run.workload().network(),
        run.workload().schedule(epochs, run.threads()),
        files.features().toString(),
        files.labels().toString());
  }

  /** Empty when it fails, or has failed before. */
  private Optional<Outcome> measure(Run run, Contestant contestant, Bench bench)
      throws IOException, InterruptedException {
    if (bench.results().failed(run)) {
      return Optional.empty();
    }
    Files.writeString(bench.jobFile(), job(run).toJson());
    try {
      Outcome outcome =
          bench
              .launch()
              .run(
                  contestant.command(bench.jobFile(), run.threads()),
                  contestant.environment(run.threads()));
      bench.results().add(run, outcome);
      progress.accept(bench.title() + Comparison.line(run, outcome));
      return Optional.of(outcome);
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage());
      bench.results().fail(run, reason);
      progress.accept(bench.title() + Comparison.line(run, reason));
      return Optional.empty();
    }
  }
}
