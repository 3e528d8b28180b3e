package dev.assay.datasets.files;

import dev.assay.findings.DataCode;
import dev.assay.findings.Sentence;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A gzip file (RFC 1952) of one member.
 *
 * <p>{@code GZIPInputStream} is not used as it passes over what follows the member and does not say
 * where a file is broken.
 */
final class GzipContent implements Content {
  static final byte MAGIC_1 = 0x1f;
  static final byte MAGIC_2 = (byte) 0x8b;

  /** Deflate cannot pack better: 258 bytes for two bits. */
  private static final long MAX_RATIO = 1032;

  private static final int HEADER_BYTES = 10;
  private static final int TRAILER_BYTES = 8;
  private static final int DEFLATE = 8;
  private static final int FLAG_HEADER_CRC = 2;
  private static final int FLAG_EXTRA = 4;
  private static final int FLAG_NAME = 8;
  private static final int FLAG_COMMENT = 16;
  private static final int FLAGS_RESERVED = 0xe0;

  private final RawFile file;
  private final byte[] packed;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private boolean ended;

  GzipContent(RawFile file) throws DataException {
    this.file = file;
    packed = file.bytes();
    int start = headerEnd();
    inflater.setInput(packed, start, packed.length - start);
  }

  @Override
  public long maxBytes() {
    return Math.min(RawFile.MAX_BYTES, packed.length * MAX_RATIO);
  }

  @Override
  public void close() {
    inflater.end();
  }

  @Override
  public int read(byte[] target) throws DataException {
    int done = 0;
    while (done < target.length && !ended) {
      int n = inflate(target, done);
      done += n;
      if (inflater.finished()) {
        crc.update(target, 0, done);
        checkTrailer();
        ended = true;
        return done;
      }
      if (n == 0) {
        throw corrupt(position(), "MORE");
      }
    }
    crc.update(target, 0, done);
    return done;
  }

  private int inflate(byte[] target, int from) throws DataException {
    try {
      return inflater.inflate(target, from, target.length - from);
    } catch (DataFormatException e) {
      throw corrupt(position(), "DEFLATE", "", String.valueOf(e.getMessage()));
    }
  }

  private int position() {
    return packed.length - inflater.getRemaining();
  }

  private void checkTrailer() throws DataException {
    int at = position();
    if (packed.length - at < TRAILER_BYTES) {
      throw corrupt(packed.length, "TRAILER");
    }
    ByteBuffer trailer = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
    if (trailer.getInt(at) != (int) crc.getValue()) {
      throw corrupt(
          at,
          "CHECKSUM",
          String.format(Locale.ROOT, "%08x", crc.getValue()),
          String.format(Locale.ROOT, "%08x", trailer.getInt(at)));
    }
    if (trailer.getInt(at + 4) != (int) inflater.getBytesWritten()) {
      throw corrupt(
          at + 4,
          "LENGTH",
          String.valueOf(inflater.getBytesWritten()),
          Integer.toUnsignedString(trailer.getInt(at + 4)));
    }
    if (packed.length - at > TRAILER_BYTES) {
      throw corrupt(
          at + TRAILER_BYTES, "END", "", String.valueOf(packed.length - at - TRAILER_BYTES));
    }
  }

  private int headerEnd() throws DataException {
    requireHeader(HEADER_BYTES);
    if (packed[2] != DEFLATE) {
      throw corrupt(2, "METHOD", "", String.valueOf(packed[2] & 0xff));
    }
    int flags = packed[3];
    if ((flags & FLAGS_RESERVED) != 0) {
      throw corrupt(3, "FLAGS", "", String.valueOf(flags & 0xff));
    }
    int at = HEADER_BYTES;
    if ((flags & FLAG_EXTRA) != 0) {
      requireHeader(at + 2);
      at += 2 + (packed[at] & 0xff) + ((packed[at + 1] & 0xff) << 8);
    }
    at = (flags & FLAG_NAME) != 0 ? afterText(at) : at;
    at = (flags & FLAG_COMMENT) != 0 ? afterText(at) : at;
    at += (flags & FLAG_HEADER_CRC) != 0 ? 2 : 0;
    requireHeader(at);
    return at;
  }

  private int afterText(int from) throws DataException {
    int at = from;
    while (at < packed.length && packed[at] != 0) {
      at++;
    }
    requireHeader(at + 1);
    return at + 1;
  }

  private void requireHeader(int bytes) throws DataException {
    if (packed.length < bytes) {
      throw corrupt(packed.length, "HEADER");
    }
  }

  private DataException corrupt(int offset, String what) {
    return corrupt(offset, what, "", "");
  }

  private DataException corrupt(int offset, String what, String expected, String found) {
    Sentence wanted =
        Sentence.of(DataCode.GZIP_EXPECTED, "what", what, "expected", expected, "found", found);
    return DataException.of(
        DataCode.GZIP_MALFORMED,
        "file",
        file.path().toString(),
        "offset",
        offset,
        "expected",
        wanted);
  }
}
