package dev.assay.release;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * A zip whose bytes depend on the files alone: their order is that of their names, and their times,
 * owners and permissions are fixed. Nothing is packed, because libraries that pack differ between
 * versions of Java; nearly all of a release are jars, which are packed already.
 */
final class ReleaseZip implements Closeable {
  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private final SortedMap<String, Integer> modes = new TreeMap<>();
  private final Path zip;
  private final Release release;

  ReleaseZip(Path zip, Release release) {
    this.zip = zip;
    this.release = release;
  }

  void add(String name, byte[] content) {
    add(name, content, FixedEntries.READABLE);
  }

  void addExecutable(String name, byte[] content) {
    add(name, content, FixedEntries.EXECUTABLE);
  }

  private void add(String name, byte[] content, int mode) {
    if (files.put(name, content) != null) {
      throw new IllegalArgumentException("a file must be added once. Received: " + name);
    }
    modes.put(name, mode);
  }

  /** The digests of all files, as {@code sha256sum -c} reads them. */
  String checksums() {
    StringBuilder lines = new StringBuilder();
    files.forEach((name, content) -> lines.append(Checksums.line(Checksums.of(content), name)));
    return lines.toString();
  }

  /** Writes the zip. */
  @Override
  public void close() throws IOException {
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip.toFile())) {
      FixedEntries entries = new FixedEntries(out, release.time());
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        int mode = Objects.requireNonNull(modes.get(file.getKey()));
        entries.stored(release.name() + "/" + file.getKey(), file.getValue(), mode);
      }
    }
  }
}
