package dev.assay.datasets.catalogue;

import java.util.List;

/** Catalogue entries of the published tables. */
final class PublishedTables {
  private PublishedTables() {}

  static List<DatasetEntry> all() {
    return List.of(autoMpg(), californiaHousing());
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
