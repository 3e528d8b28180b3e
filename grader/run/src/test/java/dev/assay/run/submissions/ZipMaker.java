package dev.assay.run.submissions;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a zip; names may be as bad as a test wants them. */
final class ZipMaker {
  private final Path file;
  private final ZipOutputStream out;

  private ZipMaker(Path file, ZipOutputStream out) {
    this.file = file;
    this.out = out;
  }

  static ZipMaker at(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return new ZipMaker(
        file, new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file))));
  }

  ZipMaker add(String name, String content) throws IOException {
    return add(name, content.getBytes(StandardCharsets.UTF_8));
  }

  ZipMaker add(String name, byte[] content) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(content);
    out.closeEntry();
    return this;
  }

  Path write() throws IOException {
    out.close();
    return file;
  }
}
