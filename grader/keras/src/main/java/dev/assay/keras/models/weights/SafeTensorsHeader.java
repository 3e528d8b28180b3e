package dev.assay.keras.models.weights;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The header of a safetensors file.
 *
 * @param tensors by name, in the header's order
 * @see <a href="https://github.com/huggingface/safetensors#format">the format</a>
 */
record SafeTensorsHeader(Map<String, Entry> tensors) {
  static final String FLOAT32 = "F32";

  /**
   * A tensor.
   *
   * @param type the format's name of it, such as "F32"
   * @param shape no size negative
   * @param from the first byte of its values, counted from the end of the header
   * @param to the byte after the last
   */
  record Entry(String type, List<Long> shape, long from, long to) {
    long bytes() {
      return to - from;
    }
  }

  /** The header for weights that lie one after the other. */
  static SafeTensorsHeader of(List<WeightSpec> specs) {
    Map<String, Entry> tensors = new LinkedHashMap<>();
    long offset = 0;
    for (WeightSpec spec : specs) {
      long end = offset + Float.BYTES * spec.size();
      List<Long> shape = spec.shape().stream().map(Integer::longValue).toList();
      tensors.put(spec.name(), new Entry(FLOAT32, shape, offset, end));
      offset = end;
    }
    return new SafeTensorsHeader(tensors);
  }

  /** Bytes of all values. */
  long dataBytes() {
    return tensors.values().stream().mapToLong(Entry::bytes).sum();
  }

  /** The JSON, filled up with spaces to a multiple of eight bytes. */
  byte[] toBytes() {
    StringBuilder json = new StringBuilder("{\"__metadata__\":{\"format\":\"assay\"}");
    tensors.forEach(
        (name, tensor) ->
            json.append(
                String.format(
                    Locale.ROOT,
                    ",\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}",
                    name,
                    tensor.type(),
                    tensor.shape().toString().replace(" ", ""),
                    tensor.from(),
                    tensor.to())));
    json.append('}');
    while (json.length() % 8 != 0) {
      json.append(' ');
    }
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
