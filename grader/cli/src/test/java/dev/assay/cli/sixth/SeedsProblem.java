package dev.assay.cli.sixth;

import dev.assay.datasets.catalogue.Column;
import dev.assay.datasets.catalogue.DataFile;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.catalogue.FileSet;
import dev.assay.datasets.catalogue.Origin;
import dev.assay.datasets.catalogue.SplitRule;
import dev.assay.datasets.catalogue.TableLayout;
import dev.assay.datasets.catalogue.Target;
import dev.assay.datasets.files.Sha256;
import dev.assay.problems.Limits;
import dev.assay.problems.PassRule;
import dev.assay.problems.ProblemVariant;
import dev.assay.problems.ResourceProblem;
import dev.assay.problems.Task;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A problem that no module of Assay knows: two kinds of seeds, told apart by their measures. */
public final class SeedsProblem extends ResourceProblem {
  private static final int ROWS = 300;

  /** The problem as ServiceLoader makes it. */
  public SeedsProblem() {
    super(
        "seeds",
        "Seeds",
        Task.BINARY_CLASSIFICATION,
        new ProblemVariant(
            data(),
            PassRule.accuracy(0.90, 0.60, 0.70, 0.80, 0.85),
            new Limits(200, 10_000, 10, 20, 60)));
  }

  /** The file {@code seeds/seeds.csv}: seeds are round where they are wider than half as long. */
  static String csv() {
    Random random = new Random(6);
    StringBuilder csv = new StringBuilder("length,width,kind\n");
    for (int row = 0; row < ROWS; row++) {
      double length = 4 + 4 * random.nextDouble();
      boolean round = row % 2 == 0;
      double width = length * (round ? 0.6 : 0.3) + 0.4 * random.nextDouble();
      csv.append(
          String.format(Locale.ROOT, "%.3f,%.3f,%s%n", length, width, round ? "round" : "long"));
    }
    return csv.toString();
  }

  private static DatasetEntry data() {
    byte[] csv = csv().getBytes(StandardCharsets.UTF_8);
    return new DatasetEntry(
        "seeds",
        DatasetEntry.FULL,
        "Seeds",
        Origin.of("a rule of this test", "none", "none"),
        FileSet.of("seeds", DataFile.plain("seeds.csv", csv.length, Sha256.of(csv))),
        new TableLayout(
            List.of(Column.number("length"), Column.number("width"), Column.target("kind")),
            Target.ofClasses("kind", "long", "round"),
            1,
            8,
            false),
        SplitRule.stratified(100, 40, ROWS));
  }
}
