package dev.assay.batch.engines;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a site's Slurm wants to know of a job.
 *
 * @param partition null for the site's default
 * @param account null for the user's default
 * @param time the limit of each shard, as Slurm writes it, such as {@code 02:00:00}; null for the
 *     partition's
 * @param constraint a feature that nodes must have, such as a kind of processor; null for any
 * @param concurrency the most shards that run at a time, positive
 */
public record SlurmOptions(
    @Nullable String partition,
    @Nullable String account,
    @Nullable String time,
    @Nullable String constraint,
    int concurrency) {
  /** Checks the number and the texts, which become lines of a script. */
  public SlurmOptions {
    if (concurrency < 1) {
      throw new IllegalArgumentException("concurrency must be positive. Received: " + concurrency);
    }
    for (String text : new String[] {partition, account, time, constraint}) {
      if (text != null && !isPlain(text)) {
        throw new IllegalArgumentException("an option must be plain. Received: " + text);
      }
    }
  }

  /** Returns whether a text can be an option: no blanks, quotes or control characters. */
  public static boolean isPlain(String text) {
    return text.matches("[A-Za-z0-9_.:,@&|*()\\[\\]+-]+");
  }

  /** The lines of a script for where it runs. */
  List<String> place() {
    List<String> lines = new ArrayList<>();
    add(lines, "partition", partition);
    add(lines, "account", account);
    return lines;
  }

  /** The lines of a script for how shards run. */
  List<String> shards() {
    List<String> lines = place();
    add(lines, "time", time);
    add(lines, "constraint", constraint);
    return lines;
  }

  private static void add(List<String> lines, String name, @Nullable String value) {
    if (value != null) {
      lines.add("#SBATCH --" + name + "=" + value);
    }
  }
}
