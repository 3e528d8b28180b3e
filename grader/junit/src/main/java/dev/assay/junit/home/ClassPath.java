package dev.assay.junit.home;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * The folders and jars that the tests run with.
 *
 * <p>Where a class path would be too long for a command line, IDEs and build tools pass a jar whose
 * manifest names the real one.
 */
final class ClassPath {
  private ClassPath() {}

  /** The class path and the module path of this process. */
  static List<Path> current() throws IOException {
    Set<Path> entries = new LinkedHashSet<>();
    for (String property : List.of("java.class.path", "jdk.module.path")) {
      entries.addAll(of(System.getProperty(property, "")));
    }
    return List.copyOf(entries);
  }

  /** The entries of a path, with those that manifests of its jars name. */
  static List<Path> of(String path) throws IOException {
    Set<Path> entries = new LinkedHashSet<>();
    for (String entry : path.split(File.pathSeparator, -1)) {
      if (!entry.isEmpty()) {
        add(Path.of(entry).toAbsolutePath().normalize(), entries);
      }
    }
    return List.copyOf(entries);
  }

  private static void add(Path entry, Set<Path> entries) throws IOException {
    if (!Files.exists(entry) || !entries.add(entry) || !Files.isRegularFile(entry)) {
      return;
    }
    for (String name : named(entry)) {
      URI uri = entry.toUri().resolve(name);
      if (Objects.equals(uri.getScheme(), "file")) {
        add(Path.of(uri).normalize(), entries);
      }
    }
  }

  private static List<String> named(Path jar) throws IOException {
    if (!jar.toString().endsWith(".jar")) {
      return List.of();
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      String names =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      return names == null ? List.of() : Arrays.asList(names.strip().split("\\s+", -1));
    }
  }
}
