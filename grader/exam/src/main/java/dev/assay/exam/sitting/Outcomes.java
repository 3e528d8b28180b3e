package dev.assay.exam.sitting;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.commons.files.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The files of outcomes, which the ledger names by their digests. */
final class Outcomes {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
          .build();

  private Outcomes() {}

  /** Writes an outcome and returns its digest. */
  static String write(Outcome outcome, Path file) throws IOException {
    byte[] bytes = MAPPER.writeValueAsBytes(outcome);
    Files.createDirectories(file.getParent());
    WholeFile.write(file, bytes);
    return digest(bytes);
  }

  /**
   * Reads an outcome.
   *
   * @throws IOException if it cannot be read, or its digest is another one
   */
  static Outcome read(Path file, String digest) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (!digest(bytes).equals(digest)) {
      throw new IOException(file.toString());
    }
    return MAPPER.readValue(bytes, Outcome.class);
  }

  static String digest(String text) {
    return digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
