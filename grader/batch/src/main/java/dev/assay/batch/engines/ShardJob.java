package dev.assay.batch.engines;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an engine is to run.
 *
 * @param command how nodes call Assay, as a shell reads it, such as {@code /opt/assay/assay}
 * @param run the run's folder, as nodes see it
 * @param shards the number of shards of the plan
 * @param wanted the shards to grade, sorted
 * @param isolation the least isolation that is accepted, such as {@code strict}; null for any
 */
public record ShardJob(
    String command, Path run, int shards, List<Integer> wanted, @Nullable String isolation) {
  /** Copies the list. */
  public ShardJob {
    wanted = List.copyOf(wanted);
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException("wanted must not be empty");
    }
  }

  /** The arguments that grade a shard. */
  String grade(String index) {
    String least = isolation == null ? "" : " --require-isolation " + isolation;
    return "grade --shard \"%s/%s\" --out %s --quiet --exit-zero%s"
        .formatted(index, shards, Shell.quoted(run), least);
  }

  /** The arguments that collect the results. */
  String collect() {
    return "collect %s --quiet --exit-zero".formatted(Shell.quoted(run));
  }
}
