package dev.assay.report.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.commons.files.WholeFile;
import dev.assay.commons.text.Printable;
import dev.assay.findings.Catalogue;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.report.CheckedAnswer;
import dev.assay.report.Entries;
import dev.assay.report.GradeReport;
import dev.assay.report.examples.ValidationExamples;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Results as JSON: UTF-8, LF, two spaces, fields always in the same order, a newline at the end.
 *
 * <p>NaN and infinity are written as null, and null is read as NaN. Reading is strict: an unknown,
 * missing or repeated field is an error. What could harm a reader's terminal or page, and half of a
 * surrogate pair, stands there as an escape, and is read back as it was; see {@link Printable}.
 */
public final class JsonReports {

  private static final Pattern VERSION =
      Pattern.compile("^\\s*\\{\\s*\"schemaVersion\"\\s*:\\s*(\\d+)");

  /** Files are in English, so that a run's results do not depend on who started it. */
  private static final Catalogue IN_FILES = Catalogue.english();

  private static final ObjectMapper MAPPER = JsonMapping.mapper(IN_FILES);

  private JsonReports() {}

  /**
   * One result as JSON.
   *
   * @param report the result
   * @return the document, ending with a newline
   */
  public static String toJson(GradeReport report) {
    return document(report, IN_FILES);
  }

  /**
   * A run's results as one JSON document, {@code {schemaVersion, results: [...], entries}}.
   *
   * @param reports the results in order; may be empty
   * @param entries what became of all that was handed in
   * @param texts the language of the messages
   * @return the document, ending with a newline
   */
  public static String toJson(List<GradeReport> reports, Entries entries, Catalogue texts) {
    StringWriter document = new StringWriter();
    try {
      write(reports, entries, texts, document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return document.toString();
  }

  /**
   * Writes a run's results as {@link #toJson(List, Entries, Catalogue)} gives them, one after the
   * other.
   *
   * @param reports the results in order; may be empty, and may be read as they are asked for
   * @param entries what became of all that was handed in
   * @param texts the language of the messages
   * @param out is flushed and not closed
   * @throws IOException if it cannot be written
   */
  public static void write(
      Iterable<GradeReport> reports, Entries entries, Catalogue texts, Writer out)
      throws IOException {
    RunJson run = new RunJson(GradeReport.SCHEMA_VERSION, reports, entries);
    ObjectMapper mapper = texts == IN_FILES ? MAPPER : JsonMapping.mapper(texts);
    try (EscapedLines lines = new EscapedLines(out)) {
      mapper
          .writerWithDefaultPrettyPrinter()
          .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .writeValue(lines, run);
      lines.write('\n');
    }
  }

  /**
   * Writes what became of all that was handed in, as {@link #write} writes a result.
   *
   * @param entries the entries of a run
   * @param file where to
   * @throws IOException if it cannot be written; the message names the file
   */
  public static void write(Entries entries, Path file) throws IOException {
    write(document(entries, IN_FILES), file);
  }

  /**
   * What was checked as one JSON document, {@code {schemaVersion, results: [...]}}.
   *
   * @param answers what was checked, in order; may be empty
   * @param texts the language of the messages
   * @return the document, ending with a newline
   */
  public static String checksToJson(List<CheckedAnswer> answers, Catalogue texts) {
    return document(new ChecksJson(ChecksJson.VERSION, List.copyOf(answers)), texts);
  }

  /**
   * Writes a result so that a reader finds the old file or the whole new one, never a part.
   *
   * <p>Missing folders are made. The document is written beside the file, then takes its place.
   *
   * @param report the result
   * @param file where to
   * @throws IOException if it cannot be written; the message names the file, and what was there
   *     stays
   */
  public static void write(GradeReport report, Path file) throws IOException {
    write(toJson(report), file);
  }

  /**
   * Writes validation examples, as {@link #write(GradeReport, Path)} writes a result.
   *
   * @param examples what the model predicts of them
   * @param file where to
   * @throws IOException if it cannot be written; the message names the file
   */
  public static void write(ValidationExamples examples, Path file) throws IOException {
    write(document(examples, IN_FILES), file);
  }

  private static void write(String document, Path file) throws IOException {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      WholeFile.write(file, document.getBytes(UTF_8));
    } catch (IOException e) {
      throw failure(FaultCode.RESULT_NOT_WRITTEN, file, reason(e), e);
    }
  }

  /**
   * Reads a result that {@link #write} wrote.
   *
   * @param file where from
   * @return the result
   * @throws IOException if the file cannot be read or is not such a result; the message names the
   *     file, and the line and field at fault
   */
  public static GradeReport read(Path file) throws IOException {
    return read(file, GradeReport.class);
  }

  /**
   * Reads validation examples that {@link #write(ValidationExamples, Path)} wrote.
   *
   * @param file where from
   * @return the examples
   * @throws IOException as {@link #read}
   */
  public static ValidationExamples readExamples(Path file) throws IOException {
    return read(file, ValidationExamples.class);
  }

  private static <T> T read(Path file, Class<T> type) throws IOException {
    String json;
    try {
      json = Files.readString(file);
    } catch (IOException e) {
      throw failure(FaultCode.RESULT_NOT_READ, file, reason(e), e);
    }
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      requireOurVersion(json, file);
      throw failure(FaultCode.NO_RESULT, file, fault(e), e);
    }
  }

  /**
   * Reads what became of all that was handed in, as {@link #write(Entries, Path)} wrote it; an
   * earlier version wrote no times.
   *
   * @throws IOException if the file cannot be read or is none; the message names it
   */
  public static Entries readEntries(Path file) throws IOException {
    try {
      return MAPPER
          .readerFor(Entries.class)
          .without(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .readValue(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw failure(FaultCode.NO_RESULT, file, fault(e), e);
    } catch (IOException e) {
      throw failure(FaultCode.RESULT_NOT_READ, file, reason(e), e);
    }
  }

  /** Says of a result that an earlier or later Assay wrote that it is one. */
  private static void requireOurVersion(String json, Path file) throws SentenceException {
    Matcher version = VERSION.matcher(json);
    if (version.find() && !version.group(1).equals(String.valueOf(GradeReport.SCHEMA_VERSION))) {
      throw new SentenceException(
          Sentence.of(
              FaultCode.RESULT_OF_OTHER_VERSION,
              "file",
              file.toString(),
              "version",
              version.group(1),
              "ours",
              GradeReport.SCHEMA_VERSION));
    }
  }

  private static SentenceException failure(
      FaultCode code, Path file, String reason, Exception cause) {
    return new SentenceException(
        Sentence.of(code, "file", file.toString(), "reason", reason), cause);
  }

  private static String document(Object value, Catalogue texts) {
    ObjectMapper mapper = texts == IN_FILES ? MAPPER : JsonMapping.mapper(texts);
    try {
      String json = mapper.writerWithDefaultPrettyPrinter().writeValueAsString(value);
      return Printable.escaped(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }

  private static String fault(JsonProcessingException e) {
    String field = e instanceof JsonMappingException mapping ? field(mapping) : "";
    String line =
        e.getLocation() == null
            ? ""
            : String.format(Locale.ROOT, "line %d: ", e.getLocation().getLineNr());
    return line + field + e.getOriginalMessage();
  }

  private static String field(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
            .collect(Collectors.joining("."));
    return path.isEmpty() ? "" : path + ": ";
  }
}
