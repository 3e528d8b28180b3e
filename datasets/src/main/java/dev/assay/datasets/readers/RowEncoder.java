package dev.assay.datasets.readers;

import dev.assay.datasets.catalogue.Column;
import dev.assay.datasets.catalogue.TableLayout;
import dev.assay.datasets.catalogue.Target;
import dev.assay.datasets.files.RawFile;
import dev.assay.findings.DataCode;
import dev.assay.findings.Sentence;
import java.util.List;
import java.util.regex.Pattern;

/** Turns the fields of one CSV row into features and a label. */
final class RowEncoder {
  // Narrower than Float.parseFloat, which takes NaN, hexadecimal and a trailing "f" or "d".
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,3})?");

  /** The length of the longest number; longer fields are cut to it in messages. */
  private static final int MAX_CHARACTERS = 40;

  private final TableLayout layout;
  private final int width;

  RowEncoder(TableLayout layout) {
    this.layout = layout;
    this.width = layout.features().names().size();
  }

  /** A field that does not fit. */
  static final class FieldException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String column;

    @SuppressWarnings("serial") // exceptions are never serialized here
    private final Sentence expected;

    private final String found;

    FieldException(Column column, Sentence expected, String found) {
      super(expected.text());
      this.column = column.name();
      this.expected = expected;
      this.found = found;
    }

    /** Says what was expected in which column of which line. */
    Sentence sentence(RawFile file, long line) {
      return Sentence.of(
          DataCode.TABLE_FIELD_FAULT,
          "file",
          file.path().toString(),
          "line",
          line,
          "column",
          column,
          "expected",
          expected,
          "found",
          found);
    }
  }

  private static Sentence expected(String what, List<String> choices) {
    return Sentence.of(DataCode.TABLE_FIELD, "what", what, "choices", choices.toString());
  }

  float[] features(List<String> fields) throws FieldException {
    float[] row = new float[width];
    int at = 0;
    for (int i = 0; i < fields.size(); i++) {
      Column column = layout.columns().get(i);
      switch (column.kind()) {
        case NUMBER, NUMBER_OR_DROP -> row[at++] = (float) number(column, fields.get(i));
        case ONE_HOT, ONE_HOT_BY_PREFIX -> {
          row[at + category(column, fields.get(i))] = 1;
          at += column.categories().size();
        }
        case TARGET, IGNORED -> {}
      }
    }
    return row;
  }

  /** The class number, the target in its unit, or 0 or 1 for each label. */
  float[] labels(List<String> fields) throws FieldException {
    float[] labels = new float[layout.target().columns()];
    int at = 0;
    for (int i = 0; i < fields.size(); i++) {
      Column column = layout.columns().get(i);
      if (column.kind() == Column.Kind.TARGET) {
        labels[at++] = label(column, fields.get(i));
      }
    }
    return labels;
  }

  private float label(Column column, String field) throws FieldException {
    Target target = layout.target();
    if (target.multiLabel()) {
      if (!field.equals("0") && !field.equals("1")) {
        throw new FieldException(column, expected("BIT", List.of()), shortened(field));
      }
      return field.equals("1") ? 1 : 0;
    }
    if (!target.isClassification()) {
      return (float) (number(column, field) / target.scale());
    }
    int label = target.classes().indexOf(field);
    if (label < 0) {
      throw new FieldException(column, expected("CHOICE", target.classes()), shortened(field));
    }
    return label;
  }

  private static double number(Column column, String field) throws FieldException {
    if (field.length() <= MAX_CHARACTERS && NUMBER.matcher(field).matches()) {
      double value = Double.parseDouble(field);
      if (Math.abs(value) <= Float.MAX_VALUE) {
        return value;
      }
    }
    String what = field.contains(",") ? "POINT" : "NUMBER";
    throw new FieldException(column, expected(what, List.of()), shortened(field));
  }

  private static int category(Column column, String field) throws FieldException {
    boolean byPrefix = column.kind() == Column.Kind.ONE_HOT_BY_PREFIX;
    for (int i = 0; i < column.categories().size(); i++) {
      String category = column.categories().get(i);
      if (byPrefix ? field.startsWith(category) : field.equals(category)) {
        return i;
      }
    }
    Sentence expected = expected(byPrefix ? "START" : "CHOICE", column.categories());
    throw new FieldException(column, expected, shortened(field));
  }

  private static String shortened(String field) {
    return field.length() <= MAX_CHARACTERS ? field : field.substring(0, MAX_CHARACTERS) + "...";
  }
}
