package dev.assay.release;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a release is made of.
 *
 * @param version of Assay
 * @param time that all files get, so that two builds are alike
 * @param repository of Maven, from which users get the native library; over https
 * @param jars all that are needed to run, in the order of their names
 */
record Release(String version, Instant time, URI repository, List<Jar> jars) {
  Release {
    if (!"https".equals(repository.getScheme())) {
      throw new IllegalArgumentException(
          "release.repository must be an https URL. Received: " + repository);
    }
    jars = jars.stream().sorted((a, b) -> a.fileName().compareTo(b.fileName())).toList();
    List<String> twice =
        jars.stream().collect(Collectors.groupingBy(Jar::name)).entrySet().stream()
            .filter(entry -> entry.getValue().size() > 1)
            .map(entry -> entry.getKey())
            .toList();
    if (jars.isEmpty() || !twice.isEmpty()) {
      throw new IllegalArgumentException(
          "jars must be there, and each once. Received: %s, of which twice: %s"
              .formatted(jars.size(), twice));
    }
  }

  /** The name of the zip without its ending, and of the folder in it. */
  String name() {
    return "assay-" + version;
  }

  /** Returns the jar of that name, such as assay-run. */
  Jar jar(String name) {
    return jars.stream()
        .filter(jar -> jar.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such jar. Received: " + name));
  }
}
