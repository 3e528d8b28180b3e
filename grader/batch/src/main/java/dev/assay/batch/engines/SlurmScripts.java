package dev.assay.batch.engines;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The two scripts of a run: the array job that grades shards, and the job that collects. */
final class SlurmScripts {
  /** Time for the gradings that are running when the limit is near, in seconds. */
  private static final int GRACE = 120;

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
    List<String> lines = new ArrayList<>(List.of("#!/bin/sh"));
    lines.add("#SBATCH --job-name=assay-grade");
    lines.add("#SBATCH --array=" + indexes() + "%" + options.concurrency());
    lines.add("#SBATCH --signal=B:TERM@" + GRACE);
    lines.add("#SBATCH --requeue");
    lines.add("#SBATCH --open-mode=append");
    lines.add("#SBATCH --output=" + output("%A_%a.log"));
    lines.addAll(options.shards());
    lines.add("");
    lines.add("# Once on each node: what keeps candidates' code apart there.");
    lines.add(
        "if mkdir \"${TMPDIR:-/tmp}/assay-doctor-$(id -u)-$SLURM_ARRAY_JOB_ID\" 2>/dev/null; then");
    lines.add("  " + job.command() + " doctor || echo \"assay: isolation is not strict here\"");
    lines.add("fi");
    lines.add(job.command() + " " + job.grade("$SLURM_ARRAY_TASK_ID") + " &");
    lines.add("child=$!");
    lines.add("trap 'kill -TERM \"$child\" 2>/dev/null' TERM");
    lines.add("# The first wait ends at the signal, the second one at the end of the grading.");
    lines.add("wait \"$child\"");
    lines.add("code=$?");
    lines.add("while kill -0 \"$child\" 2>/dev/null; do");
    lines.add("  wait \"$child\"");
    lines.add("  code=$?");
    lines.add("done");
    lines.add("exit \"$code\"");
    return text(lines);
  }

  /** Collects when all tasks have ended, however: one that died must not stop the gradebook. */
  String collect() {
    List<String> lines = new ArrayList<>(List.of("#!/bin/sh"));
    lines.add("#SBATCH --job-name=assay-collect");
    lines.add("#SBATCH --open-mode=append");
    lines.add("#SBATCH --output=" + output("collect-%j.log"));
    lines.addAll(options.place());
    lines.add("");
    lines.add("exec " + job.command() + " " + job.collect());
    return text(lines);
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

  /** In Slurm's names of files a percent sign is doubled; blanks need quotes. */
  private String output(String name) {
    return "\"" + logs.toString().replace("%", "%%") + "/" + name + "\"";
  }

  private static String text(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }
}
