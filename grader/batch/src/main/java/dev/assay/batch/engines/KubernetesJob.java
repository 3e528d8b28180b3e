package dev.assay.batch.engines;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The Indexed Job that grades a plan's shards, as the values of its manifest.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/controllers/job/">Jobs, Kubernetes
 *     Documentation</a>
 */
final class KubernetesJob {
  /** Assay's exit code for a command that no second try makes right. */
  private static final int WRONG_COMMAND = 2;

  /** No user of any host. */
  private static final int USER = 10001;

  /** Time for the gradings that are running when a pod is to end, in seconds. */
  private static final int GRACE = 120;

  private static final String NAME = "assay";
  private static final String VOLUME = "runs";

  private KubernetesJob() {}

  /** The manifest. */
  static Map<String, Object> of(KubernetesOptions options) {
    return map(
        "apiVersion",
        "batch/v1",
        "kind",
        "Job",
        "metadata",
        map("generateName", "assay-grade-", "labels", map("app.kubernetes.io/name", NAME)),
        "spec",
        map(
            "completionMode",
            "Indexed",
            "completions",
            options.shards(),
            "parallelism",
            Math.min(options.concurrency(), options.shards()),
            "backoffLimitPerIndex",
            2,
            "maxFailedIndexes",
            options.shards(),
            "podFailurePolicy",
            failurePolicy(),
            "template",
            map(
                "metadata",
                map("labels", map("app.kubernetes.io/name", NAME)),
                "spec",
                pod(options))));
  }

  /** A wrong command fails its shard at once; a drained node costs no try. */
  private static Map<String, Object> failurePolicy() {
    return map(
        "rules",
        List.of(
            map(
                "action",
                "FailIndex",
                "onExitCodes",
                map("containerName", NAME, "operator", "In", "values", List.of(WRONG_COMMAND))),
            map(
                "action",
                "Ignore",
                "onPodConditions",
                List.of(map("type", "DisruptionTarget", "status", "True")))));
  }

  /** Bubblewrap needs user namespaces of its own, and a /proc of which nothing is masked. */
  private static Map<String, Object> pod(KubernetesOptions options) {
    return map(
        "restartPolicy",
        "Never",
        "terminationGracePeriodSeconds",
        GRACE,
        "automountServiceAccountToken",
        false,
        "hostUsers",
        false,
        "securityContext",
        map(
            "runAsNonRoot",
            true,
            "runAsUser",
            USER,
            "runAsGroup",
            USER,
            "fsGroup",
            USER,
            "seccompProfile",
            map("type", "Unconfined")),
        "containers",
        List.of(container(options)),
        "volumes",
        List.of(
            map("name", VOLUME, "persistentVolumeClaim", map("claimName", options.volumeClaim()))));
  }

  private static Map<String, Object> container(KubernetesOptions options) {
    ShardJob job =
        new ShardJob(NAME, options.run(), options.shards(), List.of(0), options.isolation());
    Path folder = Objects.requireNonNullElse(options.run().getParent(), options.run());
    return map(
        "name",
        NAME,
        "image",
        options.image(),
        "command",
        List.of("/bin/sh", "-c", "exec assay " + job.grade("$JOB_COMPLETION_INDEX")),
        "resources",
        map(
            "requests",
            map("cpu", "1", "memory", options.memory()),
            "limits",
            map("memory", options.memory())),
        "securityContext",
        map(
            "allowPrivilegeEscalation",
            false,
            "procMount",
            "Unmasked",
            "capabilities",
            map("drop", List.of("ALL"))),
        "volumeMounts",
        List.of(map("name", VOLUME, "mountPath", folder.toString())));
  }

  /** A map of names and values in turn, which keeps their order. */
  private static Map<String, Object> map(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
