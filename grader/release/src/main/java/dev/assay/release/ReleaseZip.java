package dev.assay.release;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * A zip whose bytes depend on the files alone: their order is that of their names, and their times,
 * owners and permissions are fixed. Nothing is packed, because libraries that pack differ between
 * versions of Java; nearly all of a release are jars, which are packed already.
 */
final class ReleaseZip implements Closeable {
  private static final int READABLE = 0100644;
  private static final int EXECUTABLE = 0100755;

  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private final SortedMap<String, Integer> modes = new TreeMap<>();
  private final Path zip;
  private final Release release;

  ReleaseZip(Path zip, Release release) {
    this.zip = zip;
    this.release = release;
  }

  void add(String name, byte[] content) {
    add(name, content, READABLE);
  }

  void addExecutable(String name, byte[] content) {
    add(name, content, EXECUTABLE);
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
      for (var file : files.entrySet()) {
        byte[] content = file.getValue();
        ZipArchiveEntry entry = new ZipArchiveEntry(release.name() + "/" + file.getKey());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc(content));
        entry.setTime(localTime());
        entry.setUnixMode(modes.getOrDefault(file.getKey(), READABLE));
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
      }
    }
  }

  /** A zip holds local times: the same ones are written in every zone. */
  private long localTime() {
    return LocalDateTime.ofInstant(release.time(), ZoneOffset.UTC)
        .atZone(ZoneId.systemDefault())
        .toInstant()
        .toEpochMilli();
  }

  private static long crc(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return crc.getValue();
  }
}
