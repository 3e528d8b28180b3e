package dev.assay.problems.basicregression;

import dev.assay.datasets.catalogue.Column;
import dev.assay.datasets.catalogue.DataFile;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.catalogue.FileSet;
import dev.assay.datasets.catalogue.Origin;
import dev.assay.datasets.catalogue.SplitRule;
import dev.assay.datasets.catalogue.TableLayout;
import dev.assay.datasets.catalogue.Target;
import java.util.List;

/**
 * The data of the problem: Auto MPG, the fuel economy of cars that ships with Assay in its place,
 * and California housing.
 */
final class Tables {

  private Tables() {}

  static DatasetEntry full() {
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
            "UCI Machine Learning Repository, by way of github.com/mwaskom/seaborn-data",
            "CC BY 4.0",
            "Quinlan, R. (1993). Auto MPG. UCI Machine Learning Repository. doi:10.24432/C5859H"),
        FileSet.of(
            "auto-mpg",
            DataFile.plain(
                    "mpg.csv",
                    21_222,
                    "c14b8b855ea7ee86cb9736bf8caaf281c4685ca08826f3eb2acaccaaf40f0d5a")
                .from("https://raw.githubusercontent.com/mwaskom/seaborn-data/master/")),
        new TableLayout(columns, Target.ofNumber("mpg", "miles per gallon"), 0, 5140, false),
        SplitRule.shuffled(78, 60, 392));
  }

  static DatasetEntry embedded() {
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
            embeddedColumns(),
            Target.ofNumber("hwy", "miles per gallon on the highway"),
            0,
            2008,
            true),
        SplitRule.shuffled(60, 35, 225));
  }

  private static List<Column> embeddedColumns() {
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

  static DatasetEntry california() {
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
