package dev.assay.bench.run;

import dev.assay.bench.Job;
import dev.assay.bench.Outcome;
import dev.assay.bench.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Runs every program in turn, round after round: what else the machine does meets all alike.
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
      for (Workload workload : data.keySet()) {
        for (int count : threads) {
          Files.writeString(jobFile, job(workload, count).toJson());
          for (Contestant contestant : contestants) {
            Run run = new Run(workload, contestant.id(), count);
            if (!results.failed(run)) {
              String text = measure(run, contestant, launch, jobFile, results);
              progress.accept("round %d/%d  %s".formatted(round, rounds, text));
            }
          }
        }
      }
    }
    return results;
  }

  private Job job(Workload workload, int count) {
    Data.Files files = Objects.requireNonNull(data.get(workload));
    return new Job(
        workload.network(),
        workload.schedule(epochs, count),
        files.features().toString(),
        files.labels().toString());
  }

  private static String measure(
      Run run, Contestant contestant, Launch launch, Path job, Results results)
      throws InterruptedException {
    try {
      Outcome outcome =
          launch.run(contestant.command(job, run.threads()), contestant.environment(run.threads()));
      results.add(run, outcome);
      return Comparison.line(run, outcome);
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage());
      results.fail(run, reason);
      return Comparison.line(run, reason);
    }
  }
}
