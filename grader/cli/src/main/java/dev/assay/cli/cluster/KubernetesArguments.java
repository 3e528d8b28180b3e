package dev.assay.cli.cluster;

import dev.assay.batch.engines.KubernetesOptions;
import dev.assay.run.isolation.Isolation;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The options of {@code assay submit} for Kubernetes. */
final class KubernetesArguments {
  @Option(
      names = "--image",
      paramLabel = "IMAGE",
      defaultValue = "assay:latest",
      description = "Kubernetes: the image with Assay in it. Default: ${DEFAULT-VALUE}.")
  private String image = "";

  @Option(
      names = "--volume-claim",
      paramLabel = "NAME",
      defaultValue = "assay-runs",
      description =
          "Kubernetes: the claim of a volume with the run's folder, which all pods can write to. Default: ${DEFAULT-VALUE}.")
  private String volumeClaim = "";

  @Option(
      names = "--mount",
      paramLabel = "RUN",
      defaultValue = "/runs/run",
      description = "Kubernetes: the run's folder as pods see it. Default: ${DEFAULT-VALUE}.")
  private String mount = "";

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      defaultValue = "4Gi",
      description = "Kubernetes: the memory of a pod. Default: ${DEFAULT-VALUE}.")
  private String memory = "";

  KubernetesOptions options(int shards, int concurrency, Isolation.Level required) {
    return new KubernetesOptions(
        image,
        volumeClaim,
        Path.of(mount),
        shards,
        concurrency,
        memory,
        required == Isolation.Level.NONE ? null : required.name().toLowerCase(Locale.ROOT));
  }
}
