package dev.assay.batch.engines;

import dev.assay.batch.plan.PlanFolder;
import dev.assay.commons.files.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Kubernetes, by the manifest of an Indexed Job. Nobody has run it on a cluster yet: a test checks
 * it against an excerpt of Kubernetes' schema.
 */
public final class Kubernetes {
  private final Path folder;

  /** Kubernetes for one run. */
  public Kubernetes(PlanFolder planned) {
    folder = planned.engine("kubernetes").toAbsolutePath();
  }

  /**
   * Writes the manifest.
   *
   * @return the file
   */
  public Path write(KubernetesOptions options) throws IOException {
    Files.createDirectories(folder);
    String yaml = Yaml.of(KubernetesJob.of(options));
    WholeFile.write(file(), yaml.getBytes(StandardCharsets.UTF_8));
    return file();
  }

  /**
   * Creates the job, where kubectl is there.
   *
   * @return whether it is
   * @throws EngineException if the cluster refuses the job
   */
  public boolean apply() throws IOException, InterruptedException {
    if (!isInstalled()) {
      return false;
    }
    Program.output(List.of("kubectl", "create", "-f", file().toString()));
    return true;
  }

  /**
   * Deletes the run's jobs, where kubectl is there.
   *
   * @return whether it is
   */
  public boolean delete() throws IOException, InterruptedException {
    if (!isInstalled()) {
      return false;
    }
    Program.output(List.of("kubectl", "delete", "jobs", "-l", "app.kubernetes.io/name=assay"));
    return true;
  }

  private static boolean isInstalled() throws IOException, InterruptedException {
    try {
      return Program.call(List.of("kubectl", "version", "--client")).code() == 0;
    } catch (EngineException e) {
      return false;
    }
  }

  private Path file() {
    return folder.resolve("job.yaml");
  }
}
