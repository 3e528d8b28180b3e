package dev.assay.datasets;

import java.util.List;
import java.util.stream.Stream;

/** Catalogue entries of the tables. */
final class TableEntries {
  private static final String UCI = "UCI Machine Learning Repository";
  private static final String SKLEARN = UCI + ", by way of scikit-learn 1.2.1 in Debian";
  private static final String MPG = "miles per gallon";

  private TableEntries() {}

  static List<DatasetEntry> all() {
    return List.of(iris(), breastCancer(), fuelEconomy(), autoMpg(), californiaHousing());
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
            fuelEconomyColumns(), Target.ofNumber("hwy", MPG + " on the highway"), 0, 2008, true),
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

  private static DatasetEntry autoMpg() {
    List<Column> columns =
        List.of(
            Column.target("mpg"),
            Column.number("cylinders"),
            Column.number("displacement"),
            Column.numberOrDrop("horsepower"),
            Column.number("weight"),
            Column.number("acceleration"),
            Column.number("model_year"),
            Column.oneHot("origin", "usa", "europe", "japan"),
            Column.ignored("name"));
    return new DatasetEntry(
        "basic-regression",
        DatasetEntry.FULL,
        "Auto MPG",
        Origin.of(
            UCI + ", by way of github.com/mwaskom/seaborn-data",
            "CC BY 4.0",
            "Quinlan, R. (1993). Auto MPG. UCI Machine Learning Repository. doi:10.24432/C5859H"),
        FileSet.of(
            "auto-mpg",
            DataFile.plain(
                    "mpg.csv",
                    21_222,
                    "c14b8b855ea7ee86cb9736bf8caaf281c4685ca08826f3eb2acaccaaf40f0d5a")
                .from("https://raw.githubusercontent.com/mwaskom/seaborn-data/master/")),
        new TableLayout(columns, Target.ofNumber("mpg", MPG), 0, 5140, false),
        SplitRule.shuffled(78, 60, 392));
  }

  private static DatasetEntry californiaHousing() {
    return new DatasetEntry(
        "basic-regression",
        "california",
        "California housing",
        Origin.of(
            "1990 US census, StatLib, by way of github.com/ageron/handson-ml2",
            "public domain (US census)",
            "Pace, R. K., Barry, R. (1997). Sparse spatial autoregressions. Statistics and"
                + " Probability Letters 33(3), 291-297."),
        FileSet.of(
            "california-housing",
            DataFile.plain(
                    "housing.csv",
                    1_423_529,
                    "8a3727f4cf54ac1a327f69b1d5b4db54c5834ea81c6e4efc0d163300022a685e")
                .from(
                    "https://raw.githubusercontent.com/ageron/handson-ml2/master/datasets/housing/")),
        californiaLayout(),
        SplitRule.shuffled(4_087, 3_000, 20_433));
  }

  private static TableLayout californiaLayout() {
    List<Column> columns =
        List.of(
            Column.number("longitude"),
            Column.number("latitude"),
            Column.number("housing_median_age"),
            Column.number("total_rooms"),
            Column.numberOrDrop("total_bedrooms"),
            Column.number("population"),
            Column.number("households"),
            Column.number("median_income"),
            Column.target("median_house_value"),
            Column.oneHot(
                "ocean_proximity", "<1H OCEAN", "INLAND", "ISLAND", "NEAR BAY", "NEAR OCEAN"));
    Target target = Target.ofNumber("median_house_value", "100,000 US dollars", 100_000);
    return new TableLayout(columns, target, -124.35f, 39_320, false);
  }
}
