package dev.assay.junit.home;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Files of a jar that are needed as files, unpacked once into the cache.
 *
 * @param jar the jar
 * @param prefix of the names in it, which the files lose
 */
record UnpackedFiles(Path jar, String prefix) {
  /**
   * Unpacks them, unless that has been done.
   *
   * @param parent of the folder, which is named after the jar and what is in it; created if it does
   *     not exist
   * @param below the place of the files in it; empty for the folder itself
   * @return the folder that the files are in
   * @throws IOException when the jar cannot be read, or the folder not be written
   */
  Path into(Path parent, String below) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> files = files(zip);
      Path folder = parent.resolve(name(files));
      if (!Files.isDirectory(folder)) {
        unpack(zip, files, folder, below);
      }
      return folder.resolve(below);
    }
  }

  private List<? extends ZipEntry> files(ZipFile zip) {
    return zip.stream()
        .filter(entry -> entry.getName().startsWith(prefix) && !entry.isDirectory())
        .toList();
  }

  private String name(List<? extends ZipEntry> files) {
    CRC32 content = new CRC32();
    for (ZipEntry file : files) {
      content.update((file.getName() + file.getCrc()).getBytes(StandardCharsets.UTF_8));
    }
    String stem = jar.getFileName().toString().replaceFirst("\\.jar$", "");
    return String.format(Locale.ROOT, "%s-%08x", stem, content.getValue());
  }

  /** Another process may unpack the same: the first that is finished counts. */
  private void unpack(ZipFile zip, List<? extends ZipEntry> files, Path folder, String below)
      throws IOException {
    Path unfinished =
        folder.resolveSibling(folder.getFileName() + "." + ProcessHandle.current().pid());
    for (ZipEntry file : files) {
      Path target =
          unfinished.resolve(below).resolve(file.getName().substring(prefix.length())).normalize();
      if (target.startsWith(unfinished)) {
        Files.createDirectories(target.getParent());
        try (InputStream content = zip.getInputStream(file)) {
          Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    try {
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      remove(unfinished);
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
