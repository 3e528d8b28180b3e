package dev.assay.batch.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The two scripts of a run: the array job that grades shards, and the job that collects. */
final class SlurmScripts {
  private final ShardJob job;
  private final SlurmOptions options;
  private final Path logs;

  /**
   * Scripts for a job.
   *
   * @param logs the folder for what jobs print
   */
  SlurmScripts(ShardJob job, SlurmOptions options, Path logs) {
    this.job = job;
    this.options = options;
    this.logs = logs;
  }

  /** Grades the shards; a task that is stopped begins no other answer and ends in order. */
  String array() {
    return filled(
        "grade.sbatch",
        Map.of(
            "array",
            indexes() + "%" + options.concurrency(),
            "output",
            output("%A_%a.log"),
            "options",
            lines(options.shards()),
            "command",
            job.command(),
            "grade",
            job.grade("$SLURM_ARRAY_TASK_ID")));
  }

  /** Collects when all tasks have ended, however: one that died must not stop the gradebook. */
  String collect() {
    return filled(
        "collect.sbatch",
        Map.of(
            "output",
            output("collect-%j.log"),
            "options",
            lines(options.place()),
            "command",
            job.command(),
            "collect",
            job.collect()));
  }

  /** Indexes as Slurm writes them: runs of numbers with a hyphen. */
  private String indexes() {
    List<String> parts = new ArrayList<>();
    List<Integer> wanted = job.wanted();
    for (int i = 0; i < wanted.size(); i++) {
      int first = wanted.get(i);
      while (i + 1 < wanted.size() && wanted.get(i + 1) == wanted.get(i) + 1) {
        i++;
      }
      parts.add(first == wanted.get(i) ? "" + first : first + "-" + wanted.get(i));
    }
    return String.join(",", parts);
  }

  /** Writes a file's name for Slurm: percent signs doubled, in quotes. */
  private String output(String name) {
    return "\"" + logs.toString().replace("%", "%%") + "/" + name + "\"";
  }

  private static String lines(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static String filled(String template, Map<String, String> values) {
    String text = read(template);
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue());
    }
    return text;
  }

  private static String read(String template) {
    try (InputStream in = SlurmScripts.class.getResourceAsStream(template)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
