package dev.assay.batch.engines;

import dev.assay.batch.plan.PlanFolder;
import dev.assay.commons.files.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Slurm, by its commands {@code sbatch}, {@code squeue} and {@code scancel}: no accounting is
 * needed, and nothing is asked of it that the run's folder can tell.
 */
public final class Slurm {
  private final Path folder;

  /** Slurm for one run. */
  public Slurm(PlanFolder planned) {
    folder = planned.engine("slurm").toAbsolutePath();
  }

  /**
   * Submits an array job for the shards, and a job that collects when it has ended.
   *
   * @return the number of the array job
   * @throws IOException if the scripts cannot be written, or Slurm refuses them
   */
  public String submit(ShardJob job, SlurmOptions options)
      throws IOException, InterruptedException {
    write(job, options);
    String array =
        number(Program.output(List.of("sbatch", "--parsable", arrayScript().toString())));
    String collect =
        number(
            Program.output(
                List.of(
                    "sbatch",
                    "--parsable",
                    "--dependency=afterany:" + array,
                    collectScript().toString())));
    jobs().and(new SlurmJobs.Submitted(array, collect, job.wanted())).write(jobsFile());
    return array;
  }

  /**
   * Writes the scripts, and submits nothing.
   *
   * @return the script of the array job
   */
  public Path write(ShardJob job, SlurmOptions options) throws IOException {
    Files.createDirectories(folder);
    SlurmScripts scripts = new SlurmScripts(job, options, folder);
    write(arrayScript(), scripts.array());
    write(collectScript(), scripts.collect());
    return arrayScript();
  }

  /** The script of the array job, which can also be submitted by hand. */
  public Path arrayScript() {
    return folder.resolve("grade.sbatch");
  }

  /** The script of the collecting job. */
  public Path collectScript() {
    return folder.resolve("collect.sbatch");
  }

  /** Returns whether something was ever submitted for the run. */
  public boolean isUsed() {
    return Files.exists(jobsFile());
  }

  /** The shards that wait or run, each with its state, such as {@code RUNNING}. */
  public Map<Integer, String> active() throws IOException, InterruptedException {
    Map<Integer, String> active = new TreeMap<>();
    for (SlurmJobs.Submitted submitted : jobs().submissions()) {
      for (String line : queue(submitted.array())) {
        String[] parts = line.strip().split(" ", 2);
        if (parts.length == 2 && parts[0].matches("\\d+")) {
          active.put(Integer.valueOf(parts[0]), parts[1]);
        }
      }
    }
    return active;
  }

  /** Slurm forgets jobs some minutes after their end, and then says that the number is wrong. */
  private static List<String> queue(String job) throws IOException, InterruptedException {
    Program.Result result =
        Program.call(List.of("squeue", "--noheader", "--array", "--jobs=" + job, "--format=%K %T"));
    if (result.code() != 0 && !result.err().contains("Invalid job id")) {
      throw new EngineException("squeue", result.err());
    }
    return result.out().lines().toList();
  }

  /** Cancels all jobs of the run that wait or run; results that are finished stay. */
  public void cancel() throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("scancel"));
    line.addAll(jobs().numbers());
    if (line.size() > 1) {
      Program.Result result = Program.call(line);
      if (result.code() != 0 && !result.err().contains("Invalid job id")) {
        throw new EngineException("scancel", result.err());
      }
    }
  }

  /** The shards of a list that are not waiting or running already. */
  public List<Integer> idle(Set<Integer> shards) throws IOException, InterruptedException {
    Set<Integer> idle = new TreeSet<>(shards);
    idle.removeAll(active().keySet());
    return List.copyOf(idle);
  }

  private SlurmJobs jobs() throws IOException {
    return SlurmJobs.read(jobsFile());
  }

  private Path jobsFile() {
    return folder.resolve("jobs.json");
  }

  private static void write(Path file, String text) throws IOException {
    WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A federation adds the cluster's name behind a semicolon. */
  private static String number(String said) {
    return said.split(";", 2)[0].strip();
  }
}
