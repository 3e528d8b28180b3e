package dev.assay.datasets;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a CSV file (RFC 4180, UTF-8) by a declared layout. */
final class TableReader {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

  private final RawFile file;
  private final TableLayout layout;
  private final RowEncoder encoder;
  private final List<float[]> features = new ArrayList<>();
  private final List<float[]> labels = new ArrayList<>();
  private final Set<List<String>> seen = new HashSet<>();
  private final Map<String, Integer> droppedWithout = new LinkedHashMap<>();
  private int rows;
  private int repeats;

  private TableReader(RawFile file, TableLayout layout) {
    this.file = file;
    this.layout = layout;
    this.encoder = new RowEncoder(layout);
  }

  /** Rows and what was left out of them, in sentences. */
  record Table(Examples examples, List<String> notes) {
    Table {
      notes = List.copyOf(notes);
    }
  }

  static Table read(RawFile file, TableLayout layout) throws DataException {
    return new TableReader(file, layout).read();
  }

  private Table read() throws DataException {
    try (CSVParser parser = CSVParser.parse(new StringReader(text()), FORMAT)) {
      Iterator<CSVRecord> records = parser.iterator();
      checkHeader(records);
      long line = 2;
      while (records.hasNext()) {
        addRow(line, records.next().toList());
        line = parser.getCurrentLineNumber() + 1; // a quoted field may span lines
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw new DataException(file.path() + ": expected CSV (RFC 4180), found: " + cause(e), e);
    }
    if (features.isEmpty()) {
      throw new DataException(file.path() + ": expected rows under the header, found none");
    }
    return new Table(new Examples(featureArray(), labelArray()), notes());
  }

  private static String cause(Exception e) {
    Throwable inner = e.getCause() instanceof IOException io ? io : e;
    return Optional.ofNullable(inner.getMessage()).orElse(inner.getClass().getSimpleName());
  }

  private String text() throws DataException {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.bytes())).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new DataException(file.path() + ": expected text in UTF-8, found other bytes", e);
    }
  }

  private void checkHeader(Iterator<CSVRecord> records) throws DataException {
    List<String> found = records.hasNext() ? records.next().toList() : List.of();
    List<String> expected = layout.header();
    if (found.equals(expected)) {
      return;
    }
    List<String> missing = expected.stream().filter(name -> !found.contains(name)).toList();
    List<String> unknown = found.stream().filter(name -> !expected.contains(name)).toList();
    throw new DataException(
        "%s, line 1: expected the header %s; missing: %s, not known: %s%s"
            .formatted(
                file.path(),
                String.join(",", expected),
                missing,
                unknown,
                missing.isEmpty() && unknown.isEmpty() ? "; the order differs" : ""));
  }

  private void addRow(long line, List<String> fields) throws DataException {
    int expected = layout.columns().size();
    if (fields.size() != expected) {
      throw new DataException(
          String.format(
              Locale.ROOT,
              "%s, line %d: expected %d fields, found %d",
              file.path(),
              line,
              expected,
              fields.size()));
    }
    rows++;
    if (!isDropped(fields)) {
      try {
        features.add(encoder.features(fields));
        labels.add(encoder.labels(fields));
      } catch (RowEncoder.FieldException e) {
        throw new DataException(
            String.format(Locale.ROOT, "%s, line %d, %s", file.path(), line, e.getMessage()), e);
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

  private NumericArray featureArray() {
    return NumericArray.ofFloats(flat(features), features.size(), features.get(0).length);
  }

  private NumericArray labelArray() {
    float[] flat = flat(labels);
    if (!layout.target().isClassification()) {
      return NumericArray.ofFloats(flat, flat.length);
    }
    if (!layout.target().multiLabel()) {
      int[] classes = new int[flat.length];
      Arrays.setAll(classes, i -> (int) flat[i]);
      return NumericArray.ofInts(classes, classes.length);
    }
    byte[] bytes = new byte[flat.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) flat[i];
    }
    return NumericArray.ofBytes(bytes, labels.size(), labels.get(0).length);
  }

  private static float[] flat(List<float[]> rows) {
    int width = rows.get(0).length;
    float[] flat = new float[Math.multiplyExact(rows.size(), width)];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i), 0, flat, i * width, width);
    }
    return flat;
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    droppedWithout.forEach((column, count) -> notes.add(dropped(count, "without " + column)));
    if (repeats > 0) {
      notes.add(dropped(repeats, "that repeat another row"));
    }
    return notes;
  }

  private String dropped(int count, String which) {
    return String.format(
        Locale.ROOT,
        "%d of %d rows %s %s dropped",
        count,
        rows,
        which,
        count == 1 ? "was" : "were");
  }
}
