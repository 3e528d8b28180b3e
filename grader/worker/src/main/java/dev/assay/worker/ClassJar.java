package dev.assay.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Class files as one jar: all that a compiling process leaves is one file. */
final class ClassJar {
  /** The first moment that a zip can hold, so that the same classes give the same bytes. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private ClassJar() {}

  /** Writes into the file, which may be all that this process can write. */
  static void write(Path folder, Path jar) throws IOException {
    try (Stream<Path> files = Files.walk(folder);
        ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
      for (Path file : sorted) {
        ZipEntry entry = new ZipEntry(folder.relativize(file).toString().replace('\\', '/'));
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
  }
}
