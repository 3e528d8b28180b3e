package dev.assay.keras.models;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights in the safetensors format: eight bytes of header length, a JSON header, then the values
 * as little-endian float32 in the manifest's order.
 *
 * <p>The reader knows which tensors must be there, so it compares the header with the only one that
 * can be right and parses nothing that it was given.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">the format</a>
 */
public final class SafeTensors {
  private SafeTensors() {}

  /**
   * Writes weights, whole or not at all.
   *
   * @param weights a value for each spec, row-major
   */
  public static void write(Path file, List<WeightSpec> specs, Map<String, float[]> weights)
      throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    overwrite(temporary, specs, weights);
    Files.move(
        temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Writes weights into a file in place, for a process that can create no other. */
  public static void overwrite(Path file, List<WeightSpec> specs, Map<String, float[]> weights)
      throws IOException {
    byte[] header = header(specs);
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.toIntExact(8 + header.length + bytes(specs)))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(header.length).put(header);
    for (WeightSpec spec : specs) {
      float[] values = weights.get(spec.name());
      if (values == null || values.length != spec.size()) {
        throw new IllegalArgumentException(
            "weight %s needs %d values. Received: %s"
                .formatted(spec.name(), spec.size(), values == null ? "none" : values.length + ""));
      }
      bytes.asFloatBuffer().put(values);
      bytes.position(bytes.position() + 4 * values.length);
    }
    Files.write(file, bytes.array());
  }

  /**
   * Reads weights.
   *
   * @param specs what the file must hold, no less and no more
   * @throws IOException when the file is not readable, of the wrong size, with another header, or
   *     holds a value that is not finite; the message names the file and the weight
   */
  public static Map<String, float[]> read(Path file, List<WeightSpec> specs) throws IOException {
    byte[] header = header(specs);
    long expected = 8 + header.length + bytes(specs);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(file + " is not a file");
    }
    if (Files.size(file) != expected) {
      throw new IOException(
          "%s has %d bytes; the model's weights take %d"
              .formatted(file, Files.size(file), expected));
    }
    ByteBuffer bytes = ByteBuffer.wrap(readAll(file)).order(ByteOrder.LITTLE_ENDIAN);
    byte[] found = new byte[header.length];
    long length = bytes.getLong();
    bytes.get(found);
    if (length != header.length || !Arrays.equals(found, header)) {
      throw new IOException(file + ": the names or shapes in its header are not the model's");
    }
    Map<String, float[]> weights = new LinkedHashMap<>();
    for (WeightSpec spec : specs) {
      weights.put(spec.name(), values(file, bytes, spec));
    }
    return weights;
  }

  private static byte[] readAll(Path file) throws IOException {
    try (var in = Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      return in.readAllBytes();
    }
  }

  private static float[] values(Path file, ByteBuffer bytes, WeightSpec spec) throws IOException {
    float[] values = new float[Math.toIntExact(spec.size())];
    bytes.asFloatBuffer().get(values);
    bytes.position(bytes.position() + 4 * values.length);
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new IOException(
            "%s: weight %s holds %s, which is not a finite number"
                .formatted(file, spec.name(), value));
      }
    }
    return values;
  }

  private static long bytes(List<WeightSpec> specs) {
    return specs.stream().mapToLong(spec -> 4 * spec.size()).sum();
  }

  private static byte[] header(List<WeightSpec> specs) {
    StringBuilder json = new StringBuilder("{\"__metadata__\":{\"format\":\"assay\"}");
    long offset = 0;
    for (WeightSpec spec : specs) {
      long end = offset + 4 * spec.size();
      json.append(
          ",\"%s\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
              .formatted(spec.name(), spec.shape().toString().replace(" ", ""), offset, end));
      offset = end;
    }
    json.append('}');
    while (json.length() % 8 != 0) {
      json.append(' ');
    }
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
