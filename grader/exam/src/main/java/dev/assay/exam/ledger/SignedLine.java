package dev.assay.exam.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * A JSON object in a line, after its HMAC.
 *
 * @param mac 64 hexadecimal digits
 * @param json the object as it is written
 */
record SignedLine(String mac, ObjectNode json) {
  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(16).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private static final int DIGITS = 64;

  /** Writes an object after its HMAC, without a line end. */
  static String write(LedgerKey key, ObjectNode json) {
    try {
      String text = MAPPER.writeValueAsString(json);
      return key.mac(text) + " " + text;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of numbers and texts is always JSON", e);
    }
  }

  /** Reads a line; empty where its HMAC is not that of the rest under the key. */
  static Optional<SignedLine> read(LedgerKey key, String line) {
    if (line.length() <= DIGITS || line.charAt(DIGITS) != ' ') {
      return Optional.empty();
    }
    String mac = line.substring(0, DIGITS);
    String text = line.substring(DIGITS + 1);
    boolean genuine =
        MessageDigest.isEqual(
            mac.getBytes(StandardCharsets.UTF_8), key.mac(text).getBytes(StandardCharsets.UTF_8));
    try {
      return genuine && MAPPER.readTree(text) instanceof ObjectNode json
          ? Optional.of(new SignedLine(mac, json))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
