package dev.assay.datasets.catalogue;

import dev.assay.datasets.arrays.DataType;
import java.util.List;
import java.util.Locale;

/**
 * A CSV file with a header.
 *
 * @param columns every column, in the file's order
 * @param target what to predict; its column is {@link Column.Kind#TARGET}, of several labels each
 *     has one, in their order
 * @param low smallest feature value in the published file
 * @param high largest feature value in the published file
 * @param dropsRepeats whether a row that repeats an earlier one in every column is left out, as its
 *     twin could lie in the hidden part
 */
public record TableLayout(
    List<Column> columns, Target target, float low, float high, boolean dropsRepeats)
    implements Layout {
  public TableLayout {
    columns = List.copyOf(columns);
    long targets = columns.stream().filter(c -> c.kind() == Column.Kind.TARGET).count();
    if (targets != target.columns()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "columns must have %s. Received: %d in %s",
              target.multiLabel() ? "a target for each label" : "one target",
              targets,
              columns));
    }
  }

  @Override
  public FeatureSpec features() {
    List<String> names = columns.stream().flatMap(c -> c.featureNames().stream()).toList();
    return new FeatureSpec(List.of(names.size()), DataType.FLOAT32, low, high, names);
  }

  /** The names in the file's first line. */
  public List<String> header() {
    return columns.stream().map(Column::name).toList();
  }
}
