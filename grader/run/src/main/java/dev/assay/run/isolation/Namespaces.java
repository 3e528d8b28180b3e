package dev.assay.run.isolation;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The kernel's namespaces of this process. */
final class Namespaces {
  private Namespaces() {}

  /** The namespaces by kind; empty on a system that has none. */
  static Map<String, String> ours() throws IOException {
    Map<String, String> names = new HashMap<>();
    Path folder = Path.of("/proc/self/ns");
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> links = Files.newDirectoryStream(folder)) {
        for (Path link : links) {
          names.put(String.valueOf(link.getFileName()), Files.readSymbolicLink(link).toString());
        }
      }
    }
    return names;
  }
}
