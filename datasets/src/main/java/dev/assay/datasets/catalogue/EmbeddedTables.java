package dev.assay.datasets.catalogue;

import java.util.List;
import java.util.stream.Stream;

/** Catalogue entries of the tables that ship with Assay. */
final class EmbeddedTables {
  private static final String SKLEARN =
      "UCI Machine Learning Repository, by way of scikit-learn 1.2.1 in Debian";

  private EmbeddedTables() {}

  static List<DatasetEntry> all() {
    return List.of(iris(), breastCancer(), fuelEconomy());
  }

  private static DatasetEntry iris() {
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
            SKLEARN,
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

  private static DatasetEntry breastCancer() {
    return new DatasetEntry(
        "binary-classification",
        DatasetEntry.EMBEDDED,
        "Breast Cancer Wisconsin (Diagnostic)",
        Origin.of(
            SKLEARN,
            "CC BY 4.0",
            "Wolberg, W., Mangasarian, O., Street, N., Street, W. (1995). Breast Cancer Wisconsin"
                + " (Diagnostic). UCI Machine Learning Repository. doi:10.24432/C5DW2B"),
        FileSet.of(
            "binary-classification",
            DataFile.plain(
                "wdbc.csv",
                123_865,
                "518936fa92ca3d8a78c420aee22030c4e519ffcba3be15dd23e83f2fc22e20e5")),
        new TableLayout(
            breastCancerColumns(),
            // The order of scikit-learn: a malignant tumour is class 0.
            Target.ofClasses("diagnosis", "malignant", "benign"),
            0f,
            4254f,
            false),
        SplitRule.stratified(200, 85, 569));
  }

  /** Ten measures of cell nuclei, each as mean, standard error and worst. */
  private static List<Column> breastCancerColumns() {
    List<String> measures =
        List.of(
            "radius",
            "texture",
            "perimeter",
            "area",
            "smoothness",
            "compactness",
            "concavity",
            "concave_points",
            "symmetry",
            "fractal_dimension");
    Stream<String> names =
        Stream.of("mean_%s", "%s_error", "worst_%s")
            .flatMap(form -> measures.stream().map(form::formatted));
    return Stream.concat(names.map(Column::number), Stream.of(Column.target("diagnosis"))).toList();
  }

  private static DatasetEntry fuelEconomy() {
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
            fuelEconomyColumns(),
            Target.ofNumber("hwy", "miles per gallon on the highway"),
            0,
            2008,
            true),
        SplitRule.shuffled(60, 35, 225));
  }

  private static List<Column> fuelEconomyColumns() {
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
