package dev.assay.keras.models.weights;

import dev.assay.commons.files.WholeFile;
import dev.assay.keras.models.weights.SafeTensorsHeader.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Weights in the safetensors format: eight bytes of header length, a JSON header, then the values
 * as little-endian float32.
 *
 * <p>The reader knows which tensors must be there, all of them and no others, but takes them in any
 * order, as other tools may have written them.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">the format</a>
 */
public final class SafeTensors {
  /** The largest header accepted, more than that of the largest model. */
  private static final int MAX_HEADER_BYTES = 1 << 20;

  private SafeTensors() {}

  /**
   * Writes weights, whole or not at all.
   *
   * @param weights a value for each spec, row-major
   * @return the file's SHA-256, in hexadecimal
   */
  public static String write(Path file, List<WeightSpec> specs, Map<String, float[]> weights)
      throws IOException {
    byte[] content = content(specs, weights);
    WholeFile.write(file, content);
    return sha256(content);
  }

  /**
   * Writes weights into a file in place, for a process that can create no other.
   *
   * @return the file's SHA-256
   */
  public static String overwrite(Path file, List<WeightSpec> specs, Map<String, float[]> weights)
      throws IOException {
    byte[] content = content(specs, weights);
    Files.write(file, content);
    return sha256(content);
  }

  private static byte[] content(List<WeightSpec> specs, Map<String, float[]> weights) {
    SafeTensorsHeader header = SafeTensorsHeader.of(specs);
    byte[] json = header.toBytes();
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.toIntExact(8 + json.length + header.dataBytes()))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(json.length).put(json);
    for (WeightSpec spec : specs) {
      float[] values = weights.get(spec.name());
      if (values == null || values.length != spec.size()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "weight %s needs %d values. Received: %s",
                spec.name(),
                spec.size(),
                values == null ? "none" : values.length + ""));
      }
      bytes.asFloatBuffer().put(values);
      bytes.position(bytes.position() + 4 * values.length);
    }
    return bytes.array();
  }

  /**
   * Reads weights.
   *
   * @param specs what the file must hold, no less and no more
   * @throws IOException when the file is not readable, is damaged, holds other weights, or a value
   *     that is not finite; the message names the file and the weights
   */
  public static Map<String, float[]> read(Path file, List<WeightSpec> specs) throws IOException {
    return read(file, specs, null);
  }

  /**
   * Reads weights of a file whose content is known.
   *
   * @param sha256 of the file, in hexadecimal; may be null: of any content
   * @throws IOException as the other, and when the file has another SHA-256
   */
  public static Map<String, float[]> read(
      Path file, List<WeightSpec> specs, @Nullable String sha256) throws IOException {
    byte[] bytes = readBytes(file, SafeTensorsHeader.of(specs).dataBytes());
    if (sha256 != null && !sha256.equals(sha256(bytes))) {
      throw new IOException(
          "%s was changed after it was written: its SHA-256 is %s, but %s was recorded"
              .formatted(file, sha256(bytes), sha256));
    }
    ByteBuffer content = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    try {
      SafeTensorsHeader header = header(content);
      List<String> mismatches = WeightMismatch.between(specs, header);
      if (!mismatches.isEmpty()) {
        throw new IOException(
            "%s holds the weights of another model: %s. Build the model with the layers it was saved with."
                .formatted(file, WeightMismatch.describe(mismatches)));
      }
      requireNoGaps(header, Files.size(file) - content.position());
      return values(specs, header, content.slice().order(ByteOrder.LITTLE_ENDIAN));
    } catch (IllegalArgumentException e) {
      throw new IOException("%s is damaged: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Returns the whole file, or the beginning of one that is too long to be valid. */
  private static byte[] readBytes(Path file, long dataBytes) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(file + " is not a file");
    }
    try (InputStream in =
        Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(Math.toIntExact(Long.BYTES + MAX_HEADER_BYTES + dataBytes));
    }
  }

  /** Leaves the content's position at the first value. */
  private static SafeTensorsHeader header(ByteBuffer content) {
    int room = content.limit() - Long.BYTES;
    long length = room < 0 ? -1 : content.getLong();
    if (length < 0 || length > Math.min(room, MAX_HEADER_BYTES)) {
      throw new IllegalArgumentException(
          room < 0
              ? String.format(Locale.ROOT, "it has %d bytes, less than any", content.limit())
              : String.format(Locale.ROOT, "it names a header of %d bytes", length));
    }
    ByteBuffer json = content.slice(Long.BYTES, (int) length);
    content.position(Long.BYTES + (int) length);
    try {
      return SafeTensorsParser.parse(StandardCharsets.UTF_8.newDecoder().decode(json).toString());
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("its header is not UTF-8", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("in its header " + e.getMessage(), e);
    }
  }

  /** The format allows neither gaps nor overlaps. */
  private static void requireNoGaps(SafeTensorsHeader header, long dataBytes) {
    long end = 0;
    List<Entry> inOrder =
        header.tensors().values().stream().sorted(Comparator.comparingLong(Entry::from)).toList();
    for (Entry tensor : inOrder) {
      long size = tensor.shape().stream().reduce((long) Float.BYTES, Math::multiplyExact);
      if (tensor.from() != end || tensor.bytes() != size) {
        throw new IllegalArgumentException("its tensors do not lie one after the other");
      }
      end = tensor.to();
    }
    if (end != dataBytes) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "it has %d bytes of values, where its header names %d", dataBytes, end));
    }
  }

  private static Map<String, float[]> values(
      List<WeightSpec> specs, SafeTensorsHeader header, ByteBuffer data) {
    Map<String, float[]> weights = new LinkedHashMap<>();
    for (WeightSpec spec : specs) {
      float[] values = new float[Math.toIntExact(spec.size())];
      Entry tensor = Objects.requireNonNull(header.tensors().get(spec.name()));
      int from = Math.toIntExact(tensor.from());
      data.slice(from, Float.BYTES * values.length).order(data.order()).asFloatBuffer().get(values);
      weights.put(spec.name(), requireFinite(spec, values));
    }
    return weights;
  }

  private static float[] requireFinite(WeightSpec spec, float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException(
            "weight %s holds %s, which is not a finite number".formatted(spec.name(), value));
      }
    }
    return values;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
