package dev.assay.run.submissions.tree;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Tells other archives from zip files by their first bytes, whatever their names say. */
final class Magic {
  private Magic() {}

  /** An archive that is no zip file. */
  enum Kind {
    RAR,
    SEVEN_ZIP,
    /** ALZ or EGG, as ALZip writes them. */
    ALZIP,
    GZIP
  }

  /** The kind of the file; null if it may be a zip file. */
  static @Nullable Kind of(SeekableByteChannel channel) throws IOException {
    ByteBuffer start = ByteBuffer.allocate(6);
    while (start.hasRemaining() && channel.read(start) > 0) {}
    channel.position(0);
    String bytes = new String(start.array(), 0, start.position(), StandardCharsets.ISO_8859_1);
    if (bytes.startsWith("Rar!")) {
      return Kind.RAR;
    }
    if (bytes.startsWith("7z\u00bc\u00af")) {
      return Kind.SEVEN_ZIP;
    }
    if (bytes.startsWith("ALZ\u0001") || bytes.startsWith("EGGA")) {
      return Kind.ALZIP;
    }
    return bytes.startsWith("\u001f\u008b") ? Kind.GZIP : null;
  }
}
