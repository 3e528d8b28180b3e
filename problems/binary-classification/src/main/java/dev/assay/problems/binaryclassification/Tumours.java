package dev.assay.problems.binaryclassification;

import dev.assay.datasets.catalogue.Column;
import dev.assay.datasets.catalogue.DataFile;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.catalogue.FileSet;
import dev.assay.datasets.catalogue.Origin;
import dev.assay.datasets.catalogue.SplitRule;
import dev.assay.datasets.catalogue.TableLayout;
import dev.assay.datasets.catalogue.Target;
import java.util.List;
import java.util.stream.Stream;

/** The data of the problem: Breast Cancer Wisconsin, which ships with Assay. */
final class Tumours {

  private Tumours() {}

  static DatasetEntry embedded() {
    return new DatasetEntry(
        "binary-classification",
        DatasetEntry.EMBEDDED,
        "Breast Cancer Wisconsin (Diagnostic)",
        Origin.of(
            "UCI Machine Learning Repository, by way of scikit-learn 1.2.1 in Debian",
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
            columns(),
            // The order of scikit-learn: a malignant tumour is class 0.
            Target.ofClasses("diagnosis", "malignant", "benign"),
            0f,
            4254f,
            false),
        SplitRule.stratified(200, 85, 569));
  }

  /** Ten measures of cell nuclei, each as mean, standard error and worst. */
  private static List<Column> columns() {
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
}
