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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVParser;

/**
 * Rows that somebody wants to have predicted.
 *
 * @param examples the rows; their labels are 0 where they are unknown
 * @param labelled whether the file has the target
 */
public record GivenRows(Examples examples, boolean labelled) {
  /**
   * Reads a CSV file with a header: the columns that features are made of, in any order, and the
   * target's if it is known. Columns that the layout passes over may be missing.
   *
   * @throws DataException naming the columns that are missing or unknown, or the field that does
   *     not fit
   */
  public static GivenRows read(RawFile file, TableLayout layout) throws DataException {
    String text = CsvText.of(file);
    new TableHeader(file, layout).checkSeparator(text);
    List<List<String>> rows = rows(file, text);
    List<String> header = rows.isEmpty() ? List.of() : rows.get(0);
    boolean labelled = isLabelled(layout, header);
    requireColumns(file, layout, header, labelled);
    if (rows.size() < 2) {
      throw DataException.of(DataCode.TABLE_WITHOUT_ROWS, "file", file.path().toString());
    }
    Map<String, Integer> places =
        IntStream.range(0, header.size())
            .boxed()
            .collect(Collectors.toMap(header::get, Function.identity(), (first, again) -> first));
    RowEncoder encoder = new RowEncoder(layout);
    EncodedRows encoded = new EncodedRows(layout.target());
    for (int i = 1; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      if (row.size() != header.size()) {
        Sentence width =
            Sentence.of(
                DataCode.TABLE_WIDTH,
                "expected",
                header.size(),
                "found",
                row.size(),
                "advice",
                "NONE");
        throw fault(file, i + 1, width);
      }
      List<String> fields = layout.columns().stream().map(c -> field(c, row, places)).toList();
      try {
        float[] labels = labelled ? encoder.labels(fields) : new float[layout.target().columns()];
        encoded.add(encoder.features(fields), labels);
      } catch (RowEncoder.FieldException e) {
        throw new DataException(e.sentence(file, i + 1), e);
      }
    }
    return new GivenRows(encoded.examples(), labelled);
  }

  /** The lines with something in them. */
  private static List<List<String>> rows(RawFile file, String text) throws DataException {
    List<List<String>> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), CsvText.FORMAT)) {
      parser.stream()
          .map(each -> each.toList())
          .filter(fields -> !fields.stream().allMatch(String::isBlank))
          .forEach(rows::add);
      return rows;
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw CsvText.malformed(file, e);
    }
  }

  private static Stream<String> names(TableLayout layout, boolean targets, boolean ignored) {
    return layout.columns().stream()
        .filter(c -> targets || c.kind() != Column.Kind.TARGET)
        .filter(c -> ignored || c.kind() != Column.Kind.IGNORED)
        .map(Column::name);
  }

  private static boolean isLabelled(TableLayout layout, List<String> header) {
    return layout.columns().stream()
        .filter(c -> c.kind() == Column.Kind.TARGET)
        .allMatch(c -> header.contains(c.name()));
  }

  private static void requireColumns(
      RawFile file, TableLayout layout, List<String> header, boolean labelled)
      throws DataException {
    List<String> needed = names(layout, labelled, false).toList();
    List<String> known = names(layout, true, true).toList();
    List<String> missing = needed.stream().filter(name -> !header.contains(name)).toList();
    List<String> unknown = header.stream().filter(name -> !known.contains(name)).toList();
    List<String> repeated =
        header.stream().filter(name -> Collections.frequency(header, name) > 1).distinct().toList();
    if (missing.isEmpty() && unknown.isEmpty() && repeated.isEmpty()) {
      return;
    }
    Sentence names =
        repeated.isEmpty()
            ? Sentence.of(
                DataCode.TABLE_NAMES, "what", "MISSING", "missing", missing, "unknown", unknown)
            : Sentence.of(DataCode.TABLE_NAMES, "what", "REPEATED", "names", repeated);
    Sentence expected =
        Sentence.of(
            DataCode.TABLE_HEADER, "header", String.join(",", needed), "faults", List.of(names));
    throw fault(file, 1, expected);
  }

  private static String field(Column column, List<String> row, Map<String, Integer> places) {
    Integer place = places.get(column.name());
    return place == null ? "" : row.get(place);
  }

  private static DataException fault(RawFile file, long line, Sentence fault) {
    return DataException.of(
        DataCode.TABLE_FAULT, "file", file.path().toString(), "line", line, "fault", fault);
  }
}
