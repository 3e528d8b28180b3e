package dev.assay.run;

import dev.assay.datasets.DataStore;
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
import dev.assay.problems.Problem;
import dev.assay.problems.ProblemVariant;
import dev.assay.problems.Task;
import dev.assay.run.grading.Assignment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A multi-label problem with data made by rule: of humidity, warmth, cloud and wind follow "rain",
 * "sun" and "storm", any number of them.
 */
record Weather(PassRule rule) implements Problem {
  private static final int ROWS = 400;
  private static final List<String> FEATURES = List.of("humidity", "warmth", "cloud", "wind");
  private static final List<String> LABELS = List.of("rain", "sun", "storm");

  /** The problem on its data, which {@link #store} finds. */
  Assignment assignment() {
    return new Assignment(this, variants().get(0));
  }

  /** Writes the data below a folder. */
  static DataStore store(Path folder) throws IOException {
    Files.writeString(
        Files.createDirectories(folder.resolve("weather")).resolve("days.csv"), csv());
    return new DataStore(folder, null, folder.resolve("cache"));
  }

  private static DatasetEntry entry() {
    byte[] csv = csv().getBytes(StandardCharsets.UTF_8);
    DataFile file = new DataFile("days.csv", csv.length, Sha256.of(csv), Sha256.of(csv), List.of());
    List<Column> columns =
        List.of(
            column(FEATURES.get(0), Column.Kind.NUMBER),
            column(FEATURES.get(1), Column.Kind.NUMBER),
            column(FEATURES.get(2), Column.Kind.NUMBER),
            column(FEATURES.get(3), Column.Kind.NUMBER),
            column(LABELS.get(0), Column.Kind.TARGET),
            column(LABELS.get(1), Column.Kind.TARGET),
            column(LABELS.get(2), Column.Kind.TARGET));
    return new DatasetEntry(
        "weather",
        "embedded",
        "Days",
        new Origin("a rule of this test", "none", "none", null),
        new FileSet("weather", List.of(file)),
        new TableLayout(columns, new Target("weather", LABELS, null, 1, true), 0, 1, false),
        new SplitRule(new SplitRule.Share(100, ROWS), new SplitRule.Share(60, ROWS), false));
  }

  private static Column column(String name, Column.Kind kind) {
    return new Column(name, kind, List.of());
  }

  private static String csv() {
    Random random = new Random(7);
    StringBuilder csv = new StringBuilder(String.join(",", FEATURES));
    csv.append(',').append(String.join(",", LABELS)).append('\n');
    for (int row = 0; row < ROWS; row++) {
      float[] x = new float[FEATURES.size()];
      for (int i = 0; i < x.length; i++) {
        x[i] = random.nextFloat();
        csv.append(String.format(Locale.ROOT, "%.4f,", x[i]));
      }
      csv.append(x[0] + x[2] > 1 ? 1 : 0).append(',');
      csv.append(x[2] < 0.6f ? 1 : 0).append(',');
      csv.append(x[1] + x[3] > 1.2f ? 1 : 0).append('\n');
    }
    return csv.toString();
  }

  @Override
  public String id() {
    return "weather";
  }

  @Override
  public String title() {
    return "Weather";
  }

  @Override
  public Task task() {
    return Task.MULTILABEL_CLASSIFICATION;
  }

  @Override
  public List<ProblemVariant> variants() {
    return List.of(new ProblemVariant(entry(), rule, new Limits(100, 1_000, 10, 60, 120)));
  }

  @Override
  public String statement() {
    return "What is the weather like?";
  }

  @Override
  public String starter() {
    return "";
  }
}
