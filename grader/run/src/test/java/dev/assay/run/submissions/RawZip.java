package dev.assay.run.submissions;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** Writes a zip whose entries all have one name of any bytes, without the flag for UTF-8. */
final class RawZip {
  private final ByteBuffer files = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
  private final ByteBuffer directory = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

  private RawZip() {}

  static void write(Path file, byte[] name, String... contents) throws IOException {
    RawZip zip = new RawZip();
    for (String content : contents) {
      zip.add(name, content.getBytes(StandardCharsets.UTF_8));
    }
    zip.end(contents.length);
    byte[] bytes = new byte[zip.files.position()];
    zip.files.flip().get(bytes);
    Files.write(file, bytes);
  }

  private void add(byte[] name, byte[] content) {
    int offset = files.position();
    files.putInt(0x04034b50);
    header(files, name, content).putShort((short) 0).put(name).put(content);
    directory.putInt(0x02014b50).putShort((short) 20);
    header(directory, name, content).putShort((short) 0).putShort((short) 0);
    directory.putShort((short) 0).putShort((short) 0).putInt(0).putInt(offset).put(name);
  }

  /** Up to the length of the name: stored, with a fixed time. */
  private static ByteBuffer header(ByteBuffer to, byte[] name, byte[] content) {
    CRC32 sum = new CRC32();
    sum.update(content);
    to.putShort((short) 20).putShort((short) 0).putShort((short) 0).putInt(0x5a210000);
    to.putInt((int) sum.getValue()).putInt(content.length).putInt(content.length);
    return to.putShort((short) name.length);
  }

  private void end(int entries) {
    int offset = files.position();
    int size = directory.position();
    files.put(directory.flip()).putInt(0x06054b50).putInt(0);
    files.putShort((short) entries).putShort((short) entries);
    files.putInt(size).putInt(offset).putShort((short) 0);
  }
}
