package dev.assay.report.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.commons.files.WholeFile;
import dev.assay.commons.text.Printable;
import dev.assay.findings.Catalogue;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Records in files of JSON, in the form of results and read as strictly: an unknown, missing or
 * repeated field is an error.
 */
public final class JsonDocuments {
  private static final ObjectMapper MAPPER = JsonMapping.mapper(Catalogue.english());

  private JsonDocuments() {}

  /** A record as a document that ends with a newline. */
  public static String of(Object value) {
    try {
      String json = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
      return Printable.escaped(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes a record so that a reader finds the old file or the whole new one.
   *
   * @throws IOException if it cannot be written; the folder must exist
   */
  public static void write(Object value, Path file) throws IOException {
    WholeFile.write(file, of(value).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a record.
   *
   * @throws IOException if the file cannot be read or is no such record; the message names it
   */
  public static <T> T read(Path file, Class<T> type) throws IOException {
    try {
      return MAPPER.readValue(Files.readString(file), type);
    } catch (JsonProcessingException e) {
      throw failure(FaultCode.NO_RESULT, file, e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw failure(FaultCode.RESULT_NOT_READ, file, String.valueOf(e.getMessage()), e);
    }
  }

  private static SentenceException failure(
      FaultCode code, Path file, String reason, IOException cause) {
    return new SentenceException(
        Sentence.of(code, "file", file.toString(), "reason", reason), cause);
  }
}
