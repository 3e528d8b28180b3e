package dev.assay.release;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Entries of a zip that depend on nothing but name, content and permissions. */
final class FixedEntries {
  static final int READABLE = 0100644;
  static final int EXECUTABLE = 0100755;
  private static final int FOLDER = 0040755;

  private final ZipArchiveOutputStream out;
  private final Instant time;

  FixedEntries(ZipArchiveOutputStream out, Instant time) {
    this.out = out;
    this.time = time;
  }

  void folder(String name) throws IOException {
    add(name, new byte[0], FOLDER, ZipEntry.STORED);
  }

  void packed(String name, byte[] content) throws IOException {
    add(name, content, READABLE, ZipEntry.DEFLATED);
  }

  void stored(String name, byte[] content, int mode) throws IOException {
    add(name, content, mode, ZipEntry.STORED);
  }

  private void add(String name, byte[] content, int mode, int method) throws IOException {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setMethod(method);
    entry.setSize(content.length);
    entry.setCrc(crc(content));
    entry.setTime(localTime());
    entry.setUnixMode(mode);
    out.putArchiveEntry(entry);
    out.write(content);
    out.closeArchiveEntry();
  }

  /** A zip holds local times: the same ones are written in every zone. */
  private long localTime() {
    return LocalDateTime.ofInstant(time, ZoneOffset.UTC)
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
