package dev.assay.batch.plan;

import dev.assay.batch.BatchFolder;
import dev.assay.report.json.JsonDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * A run in which everything is graded with several seeds: in its folder is a planned run for each.
 *
 * @param folder of all; it is a batch's
 * @param seeds in their order, at least two
 */
public record RepeatedRun(PlanFolder folder, List<Long> seeds) {
  private static final String FILE = "seeds.json";

  /** The seeds as the file says them. */
  private record Seeds(List<Long> seeds) {}

  /** Copies the list. */
  public RepeatedRun {
    seeds = List.copyOf(seeds);
  }

  /**
   * The run whose seeds follow one another.
   *
   * @param first seed
   * @param count of seeds, at least 2
   */
  public static RepeatedRun of(BatchFolder folder, long first, int count) {
    List<Long> seeds = LongStream.range(first, first + count).boxed().toList();
    return new RepeatedRun(new PlanFolder(folder), seeds);
  }

  /**
   * Finds the repeated run in a folder.
   *
   * @return empty where the folder has none
   * @throws IOException if its list of seeds cannot be read
   */
  public static Optional<RepeatedRun> in(Path folder) throws IOException {
    Optional<PlanFolder> found =
        BatchFolder.existing(folder)
            .map(batch -> new PlanFolder(new BatchFolder(batch.path().toAbsolutePath())))
            .filter(plan -> Files.isRegularFile(plan.path().resolve(FILE)));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Seeds read = JsonDocuments.read(found.get().path().resolve(FILE), Seeds.class);
    return Optional.of(new RepeatedRun(found.get(), read.seeds()));
  }

  /** The folder of the planned run with a seed. */
  public Path run(long seed) {
    return folder.run().path().resolve("seed-" + seed);
  }

  /** The file for what all runs come to together. */
  public Path together() {
    return folder.run().path().resolve("repeats.json");
  }

  /** Says in the folder which seeds it has; the last step of planning. */
  public void write() throws IOException {
    Files.createDirectories(folder.path());
    JsonDocuments.write(new Seeds(seeds), folder.path().resolve(FILE));
  }
}
