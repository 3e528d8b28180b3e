package dev.assay.problems.iris;

import dev.assay.datasets.catalogue.Column;
import dev.assay.datasets.catalogue.DataFile;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.catalogue.FileSet;
import dev.assay.datasets.catalogue.Origin;
import dev.assay.datasets.catalogue.SplitRule;
import dev.assay.datasets.catalogue.TableLayout;
import dev.assay.datasets.catalogue.Target;
import java.util.List;

/** The data of the problem: the measurements of Iris flowers, which ship with Assay. */
final class Flowers {

  private Flowers() {}

  static DatasetEntry embedded() {
    List<Column> columns =
        List.of(
            Column.number("sepal_length"),
            Column.number("sepal_width"),
            Column.number("petal_length"),
            Column.number("petal_width"),
            Column.target("species"));
    return new DatasetEntry(
        "iris",
        DatasetEntry.EMBEDDED,
        "Iris",
        Origin.of(
            "UCI Machine Learning Repository, by way of scikit-learn 1.2.1 in Debian",
            "CC BY 4.0",
            "Fisher, R. A. (1936). The use of multiple measurements in taxonomic problems. Annals"
                + " of Eugenics 7(2), 179-188."),
        FileSet.of(
            "iris",
            DataFile.plain(
                "iris.csv",
                3_858,
                "9cc1c345c71bcc9b486b74cbf6063fa66f4bb5e0f603a4b3c3471ec2e5e8e355")),
        new TableLayout(
            columns,
            Target.ofClasses("species", "setosa", "versicolor", "virginica"),
            0.1f,
            7.9f,
            false),
        SplitRule.stratified(50, 20, 150));
  }
}
