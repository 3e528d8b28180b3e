package dev.assay.batch.engines;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a Kubernetes cluster wants to know of a job.
 *
 * @param image with Assay in it
 * @param volumeClaim the claim of a volume that all pods can write to, on which the run's folder is
 * @param run the run's folder as pods see it
 * @param shards the number of shards of the plan
 * @param concurrency the most shards that run at a time, positive
 * @param memory of a pod, as Kubernetes writes it, such as {@code 4Gi}
 * @param isolation the least isolation that is accepted, such as {@code strict}; null for any
 */
public record KubernetesOptions(
    String image,
    String volumeClaim,
    Path run,
    int shards,
    int concurrency,
    String memory,
    @Nullable String isolation) {}
