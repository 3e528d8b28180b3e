package dev.assay.problems.multilabel;

import dev.assay.datasets.catalogue.Column;
import dev.assay.datasets.catalogue.DataFile;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.catalogue.FileSet;
import dev.assay.datasets.catalogue.Origin;
import dev.assay.datasets.catalogue.SplitRule;
import dev.assay.datasets.catalogue.TableLayout;
import dev.assay.datasets.catalogue.Target;
import dev.assay.problems.multilabel.pump.Fault;
import dev.assay.problems.multilabel.pump.Sensor;
import java.util.List;
import java.util.stream.Stream;

/** The data of the problem: readings of simulated pumps, which ship with Assay. */
final class Pumps {

  private Pumps() {}

  static DatasetEntry embedded() {
    String[] faults = Stream.of(Fault.values()).map(Fault::column).toArray(String[]::new);
    List<Column> columns =
        Stream.concat(
                Stream.of(Sensor.values()).map(sensor -> Column.number(sensor.column())),
                Stream.of(faults).map(Column::target))
            .toList();
    return new DatasetEntry(
        "multi-label",
        DatasetEntry.EMBEDDED,
        "Simulated pumps",
        Origin.of(
            "Assay's own seeded generator, dev.assay.problems.multilabel.pump; no measurements",
            "Apache-2.0",
            "none: made for Assay"),
        FileSet.of(
            "multi-label",
            DataFile.plain(
                "pumps.csv",
                207_771,
                "20c58a0386f83d34dd017d493e3dbc67ba0fffe0dbec940948dad5cafb1ae6c1")),
        new TableLayout(columns, Target.ofLabels("faults", faults), 0.073f, 7_999, false),
        SplitRule.shuffled(600, 300, 2_400));
  }
}
