package dev.assay.datasets.readers;

import dev.assay.datasets.files.DataException;
import dev.assay.datasets.files.RawFile;
import dev.assay.findings.DataCode;
import dev.assay.findings.Sentence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;

/** A CSV file (RFC 4180, UTF-8) as text. */
final class CsvText {
  static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

  private CsvText() {}

  /** Returns the file's text, without a byte order mark. */
  static String of(RawFile file) throws DataException {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.bytes())).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new DataException(
          Sentence.of(DataCode.TABLE_NOT_DECODED, "file", file.path().toString()), e);
    }
  }

  /** Says that a file's text is no CSV. */
  static DataException malformed(RawFile file, Exception e) {
    Throwable inner = e.getCause() instanceof IOException io ? io : e;
    String found = Optional.ofNullable(inner.getMessage()).orElse(inner.getClass().getSimpleName());
    return new DataException(
        Sentence.of(DataCode.TABLE_NOT_CSV, "file", file.path().toString(), "found", found), e);
  }
}
