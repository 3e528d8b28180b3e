package dev.assay.datasets;

import dev.assay.datasets.catalogue.Column;
import dev.assay.datasets.catalogue.DataFile;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.catalogue.FileSet;
import dev.assay.datasets.catalogue.Origin;
import dev.assay.datasets.catalogue.SplitRule;
import dev.assay.datasets.catalogue.TableLayout;
import dev.assay.datasets.catalogue.Target;
import java.util.List;

/** Two of the tables that ship with Assay: one of classes, one of numbers. */
public final class KnownTables {
  private KnownTables() {}

  public static DatasetEntry iris() {
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

  public static DatasetEntry cars() {
    return new DatasetEntry(
        "basic-regression",
        DatasetEntry.EMBEDDED,
        "EPA fuel economy 1999 and 2008",
        Origin.of(
                "US Environmental Protection Agency, fueleconomy.gov, by way of ggplot2 3.4.1 in"
                    + " Debian",
                "public domain (17 U.S.C. 105)",
                "US Environmental Protection Agency, fueleconomy.gov; subset by Wickham, H. (2016)."
                    + " ggplot2: Elegant Graphics for Data Analysis. Springer.")
            .standingInFor("Auto MPG"),
        FileSet.of(
            "basic-regression",
            DataFile.plain(
                "mpg.csv",
                13_216,
                "d3b426489bc03bbb96c9376cb1869a6166963d18b7bb7f6583388aa05b27725e")),
        new TableLayout(
            carColumns(), Target.ofNumber("hwy", "miles per gallon on the highway"), 0, 2008, true),
        SplitRule.shuffled(60, 35, 225));
  }

  private static List<Column> carColumns() {
    return List.of(
        Column.ignored("manufacturer"),
        Column.ignored("model"),
        Column.number("displ"),
        Column.number("year"),
        Column.number("cyl"),
        Column.oneHotByPrefix("trans", "auto", "manual"),
        Column.oneHot("drv", "f", "r", "4"),
        Column.ignored("cty"), // nearly the target
        Column.target("hwy"),
        Column.oneHot("fl", "c", "d", "e", "p", "r"),
        Column.oneHot(
            "class", "2seater", "compact", "midsize", "minivan", "pickup", "subcompact", "suv"));
  }
}
