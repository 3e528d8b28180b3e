package dev.assay.release;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small jars that stand in for those of a build. */
final class Samples {
  static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");
  static final URI REPOSITORY = URI.create("https://example.org/maven2");

  private Samples() {}

  static Jar jar(Path folder, String group, String name, String version, Map<String, String> files)
      throws IOException {
    Path file = folder.resolve(name + "-" + version + ".jar");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("META-INF/"));
      for (Map.Entry<String, String> entry : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return new Jar(group, name, version, file);
  }

  /** The jars that a release must have. */
  static List<Jar> jars(Path folder) throws IOException {
    String digest = "ab".repeat(32);
    List<Jar> jars = new ArrayList<>();
    jars.add(
        jar(
            folder,
            "dev.assay",
            "assay-run",
            "0.1.0",
            Map.of(
                "dev/assay/run/natives/natives.properties",
                "version = 1.1.0\nlinux-x86_64.bytes = 7\nlinux-x86_64.sha256 = " + digest)));
    jars.add(
        jar(
            folder,
            "dev.assay",
            "assay-pages",
            "0.1.0",
            Map.of("dev/assay/pages/assets/uPlot.iife.min.js", "/*! uPlot (v1.6.30) */")));
    jars.add(jar(folder, "org.tensorflow", "tensorflow-core-api", "1.1.0", Map.of("a", "b")));
    return jars;
  }

  static Release release(List<Jar> jars) {
    return new Release("0.1.0", TIME, REPOSITORY, jars);
  }
}
