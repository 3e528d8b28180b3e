package dev.assay.run.isolation;

import dev.assay.run.isolation.command.ChildLocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a Java program needs of a Linux system: Java itself, the C library, the loader.
 *
 * @param java Java's home
 */
record SystemFiles(Path java) {
  /** Debian keeps a machine's libraries in a folder of their own; others do not. */
  private static final List<String> DEBIAN =
      List.of("/lib/x86_64-linux-gnu", "/lib/aarch64-linux-gnu");

  private static final List<String> OTHERS = List.of("/lib", "/usr/lib", "/usr/lib64");

  List<Path> list() throws IOException {
    List<Path> files = new ArrayList<>();
    files.add(java);
    files.addAll(linkedFrom(java.resolve("conf")));
    files.addAll(linkedFrom(java.resolve("lib")));
    List<Path> debian = existing(DEBIAN);
    files.addAll(debian.isEmpty() ? existing(OTHERS) : debian);
    files.addAll(existing(List.of("/lib64")));
    files.addAll(ChildLocale.files());
    return files;
  }

  private static List<Path> existing(List<String> folders) {
    return folders.stream().map(Path::of).filter(Files::isDirectory).toList();
  }

  /** Debian's Java has its settings in /etc and its certificates elsewhere. */
  private List<Path> linkedFrom(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> targets = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path link : files.filter(Files::isSymbolicLink).toList()) {
        Path target = link.resolveSibling(Files.readSymbolicLink(link)).normalize();
        if (Files.exists(target) && !target.startsWith(java)) {
          targets.add(target);
        }
      }
    }
    return targets;
  }
}
