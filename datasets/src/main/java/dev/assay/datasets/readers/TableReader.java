package dev.assay.datasets.readers;

import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.catalogue.Column;
import dev.assay.datasets.catalogue.TableLayout;
import dev.assay.datasets.files.DataException;
import dev.assay.datasets.files.RawFile;
import dev.assay.findings.DataCode;
import dev.assay.findings.Sentence;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a CSV file (RFC 4180, UTF-8) by a declared layout. */
public final class TableReader {
  private final RawFile file;
  private final TableLayout layout;
  private final TableHeader header;
  private final RowEncoder encoder;
  private final EncodedRows encoded;
  private final Set<List<String>> seen = new HashSet<>();
  private final Map<String, Integer> droppedWithout = new LinkedHashMap<>();
  private int rows;
  private int repeats;

  private TableReader(RawFile file, TableLayout layout) {
    this.file = file;
    this.layout = layout;
    this.header = new TableHeader(file, layout);
    this.encoder = new RowEncoder(layout);
    this.encoded = new EncodedRows(layout.target());
  }

  /** Rows and what was left out of them, in sentences. */
  public record Table(Examples examples, List<Sentence> notes) {
    public Table {
      notes = List.copyOf(notes);
    }
  }

  public static Table read(RawFile file, TableLayout layout) throws DataException {
    return new TableReader(file, layout).read();
  }

  private Table read() throws DataException {
    String text = CsvText.of(file);
    header.checkSeparator(text);
    try (CSVParser parser = CSVParser.parse(new StringReader(text), CsvText.FORMAT)) {
      Iterator<CSVRecord> records = parser.iterator();
      header.check(records.hasNext() ? records.next().toList() : List.of());
      addRows(parser, records);
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw CsvText.malformed(file, e);
    }
    if (encoded.isEmpty()) {
      throw DataException.of(DataCode.TABLE_WITHOUT_ROWS, "file", file.path().toString());
    }
    return new Table(encoded.examples(), notes());
  }

  /** Blank lines at the end of a file are read over; one before a row is an error. */
  private void addRows(CSVParser parser, Iterator<CSVRecord> records) throws DataException {
    long blank = 0;
    long line = parser.getCurrentLineNumber() + 1;
    while (records.hasNext()) {
      List<String> fields = records.next().toList();
      if (fields.stream().allMatch(String::isBlank)) {
        blank = blank == 0 ? line : blank;
      } else if (blank > 0) {
        throw fault(blank, Sentence.of(DataCode.TABLE_BLANK_LINE, "expected", width()));
      } else {
        addRow(line, fields);
      }
      line = parser.getCurrentLineNumber() + 1; // a quoted field may span lines
    }
  }

  private int width() {
    return layout.columns().size();
  }

  private DataException fault(long line, Sentence fault) {
    return DataException.of(
        DataCode.TABLE_FAULT, "file", file.path().toString(), "line", line, "fault", fault);
  }

  private static String widthAdvice(List<String> fields, int expected) {
    if (fields.size() < expected) {
      return "NONE";
    }
    return fields.size() == expected + 1 && fields.get(expected).isBlank() ? "COMMA" : "COMMAS";
  }

  private void addRow(long line, List<String> fields) throws DataException {
    if (fields.size() != width()) {
      throw fault(
          line,
          Sentence.of(
              DataCode.TABLE_WIDTH,
              "expected",
              width(),
              "found",
              fields.size(),
              "advice",
              widthAdvice(fields, width())));
    }
    rows++;
    if (!isDropped(fields)) {
      try {
        encoded.add(encoder.features(fields), encoder.labels(fields));
      } catch (RowEncoder.FieldException e) {
        throw new DataException(e.sentence(file, line), e);
      }
    }
  }

  private boolean isDropped(List<String> fields) {
    for (int i = 0; i < fields.size(); i++) {
      Column column = layout.columns().get(i);
      if (column.kind() == Column.Kind.NUMBER_OR_DROP && fields.get(i).isEmpty()) {
        droppedWithout.merge(column.name(), 1, Integer::sum);
        return true;
      }
    }
    if (layout.dropsRepeats() && !seen.add(fields)) {
      repeats++;
      return true;
    }
    return false;
  }

  private List<Sentence> notes() {
    List<Sentence> notes = new ArrayList<>();
    droppedWithout.forEach((column, count) -> notes.add(dropped(count, column)));
    if (repeats > 0) {
      notes.add(dropped(repeats, ""));
    }
    return notes;
  }

  private Sentence dropped(int count, String column) {
    return Sentence.of(DataCode.ROWS_DROPPED, "count", count, "rows", rows, "column", column);
  }
}
