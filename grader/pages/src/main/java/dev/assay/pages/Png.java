package dev.assay.pages;

import dev.assay.report.examples.ExampleImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Small images as PNG files (W3C Portable Network Graphics, 2nd edition). */
public final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int BITS = 8;
  private static final int GREY = 0;
  private static final int COLOUR = 2;

  private Png() {}

  /** Returns an image as the source of an {@code img}, which needs no other file. */
  public static String source(ExampleImage image) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes(image));
  }

  /** Returns the bytes of a file. */
  static byte[] bytes(ExampleImage image) {
    ByteBuffer header = ByteBuffer.allocate(13);
    header.putInt(image.width()).putInt(image.height()).put((byte) BITS);
    header.put((byte) (image.channels() == 1 ? GREY : COLOUR));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    file.writeBytes(chunk("IHDR", header.array()));
    file.writeBytes(chunk("IDAT", deflated(lines(image))));
    file.writeBytes(chunk("IEND", new byte[0]));
    return file.toByteArray();
  }

  /** Each line of pixels behind a 0, which says that it is not filtered. */
  private static byte[] lines(ExampleImage image) {
    int width = image.width() * image.channels();
    byte[] pixels = image.bytes();
    byte[] lines = new byte[image.height() * (width + 1)];
    for (int y = 0; y < image.height(); y++) {
      System.arraycopy(pixels, y * width, lines, y * (width + 1) + 1, width);
    }
    return lines;
  }

  private static byte[] deflated(byte[] content) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(content);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[1024];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static byte[] chunk(String name, byte[] content) {
    ByteBuffer chunk = ByteBuffer.allocate(content.length + 12);
    chunk.putInt(content.length).put(name.getBytes(StandardCharsets.US_ASCII)).put(content);
    CRC32 sum = new CRC32();
    sum.update(chunk.array(), 4, content.length + 4);
    return chunk.putInt((int) sum.getValue()).array();
  }
}
