package dev.assay.pages.answer;

import dev.assay.findings.PageCode;
import dev.assay.pages.PageTexts;
import dev.assay.report.model.EpochLine;
import dev.assay.report.model.Training;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The history of a training as charts, and as the table that the charts are made from.
 *
 * @param charts loss, metrics, and the learning rate where it changes
 * @param columns the measures in the table
 * @param rows of the table
 * @param step how many epochs the table goes on from row to row; 1 where it has all
 * @param best the epoch whose weights are graded; null where there is none
 * @param rate the learning rate where it is the same in all epochs, otherwise null
 */
public record CurvesView(
    List<Chart> charts,
    List<Column> columns,
    List<Row> rows,
    int step,
    @Nullable Integer best,
    @Nullable Double rate) {
  private static final String LOSS = "loss";
  private static final String RATE = "learningRate";
  private static final String VALIDATION = "val_";

  /** The most rows of the table: each is a few hundred bytes. */
  private static final int MOST_ROWS = 100;

  private static final int MOST_METRICS = 3;

  /**
   * A column of the table.
   *
   * @param key the measure's
   * @param validation whether it is measured on the validation set
   * @param title as people read it
   */
  public record Column(String key, boolean validation, String title) {
    double value(EpochLine line) {
      if (key.equals(RATE)) {
        return line.learningRate();
      }
      return line.values().getOrDefault(validation ? VALIDATION + key : key, Double.NaN);
    }
  }

  /**
   * A row of the table.
   *
   * @param line the epoch
   * @param best whether its weights are graded
   * @param values a text for each column
   */
  public record Row(EpochLine line, boolean best, List<String> values) {}

  /** Copies the components. */
  public CurvesView {
    charts = List.copyOf(charts);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Tells whether there are several trainings, those of the members of an ensemble. */
  public boolean hasMembers() {
    return rows.stream().anyMatch(row -> row.line().member() != null);
  }

  /** Tells whether members were trained without folds. */
  public boolean hasFolds() {
    return rows.stream().anyMatch(row -> row.line().fold() != null);
  }

  static @Nullable CurvesView of(@Nullable Training training, PageTexts texts) {
    if (training == null || training.history().isEmpty()) {
      return null;
    }
    List<EpochLine> history = training.history();
    List<Column> columns = columns(history, texts);
    int step = (history.size() + MOST_ROWS - 1) / MOST_ROWS;
    List<Row> rows =
        IntStream.range(0, history.size())
            .filter(i -> i % step == 0 || isBest(history.get(i), training))
            .mapToObj(i -> row(history.get(i), training, columns, texts))
            .toList();
    List<Double> rates = history.stream().map(EpochLine::learningRate).distinct().toList();
    Double rate = rates.size() == 1 && Double.isFinite(rates.get(0)) ? rates.get(0) : null;
    return new CurvesView(
        charts(training, rows, rate == null, columns, texts),
        columns,
        rows,
        step,
        training.bestEpoch(),
        rate);
  }

  private static boolean isBest(EpochLine line, Training training) {
    return line.member() == null && Objects.equals(line.epoch(), training.bestEpoch());
  }

  private static Row row(EpochLine line, Training training, List<Column> columns, PageTexts texts) {
    List<String> values = columns.stream().map(column -> texts.number(column.value(line))).toList();
    return new Row(line, isBest(line, training), values);
  }

  private static List<Column> columns(List<EpochLine> history, PageTexts texts) {
    Set<String> keys = new LinkedHashSet<>(List.of(LOSS));
    Set<String> measured = new LinkedHashSet<>();
    history.forEach(line -> measured.addAll(line.values().keySet()));
    measured.stream().filter(key -> !key.startsWith(VALIDATION)).forEach(keys::add);
    List<Column> columns = new ArrayList<>();
    keys.stream().limit(1 + MOST_METRICS).forEach(key -> add(key, measured, texts, columns));
    columns.add(new Column(RATE, false, texts.say(PageCode.PAGE_LEARNING_RATE)));
    return columns;
  }

  private static void add(String key, Set<String> measured, PageTexts texts, List<Column> columns) {
    String name = name(key, texts);
    if (measured.contains(key)) {
      String part = texts.say(PageCode.PAGE_TRAINING);
      columns.add(new Column(key, false, name + " (" + part + ")"));
    }
    if (measured.contains(VALIDATION + key)) {
      String part = texts.say(PageCode.PAGE_VALIDATION);
      columns.add(new Column(key, true, name + " (" + part + ")"));
    }
  }

  private static String name(String key, PageTexts texts) {
    return texts.say(PageCode.PAGE_CHART, "key", key, "name", texts.metric(key));
  }

  private static List<Chart> charts(
      Training training, List<Row> rows, boolean rates, List<Column> columns, PageTexts texts) {
    Integer best =
        IntStream.range(0, rows.size())
            .filter(i -> rows.get(i).best())
            .boxed()
            .findFirst()
            .orElse(null);
    return columns.stream()
        .map(Column::key)
        .distinct()
        .filter(key -> rates || !key.equals(RATE))
        .map(key -> chart(key, training, rows, best, columns, texts))
        .toList();
  }

  private static Chart chart(
      String key,
      Training training,
      List<Row> rows,
      @Nullable Integer best,
      List<Column> columns,
      PageTexts texts) {
    List<Column> own = columns.stream().filter(column -> column.key().equals(key)).toList();
    String last =
        own.stream()
            .map(
                column ->
                    column.title()
                        + " "
                        + texts.number(column.value(rows.get(rows.size() - 1).line())))
            .reduce((a, b) -> a + ", " + b)
            .orElse("");
    String label =
        texts.say(
            PageCode.PAGE_CHART_LABEL,
            "name",
            name(key, texts),
            "epochs",
            rows.get(rows.size() - 1).line().epoch(),
            "best",
            training.bestEpoch() == null ? "" : String.valueOf(training.bestEpoch()),
            "last",
            last);
    return new Chart(
        key,
        name(key, texts),
        label,
        values(own, false, rows),
        values(own, true, rows),
        best,
        rows.stream().map(row -> String.valueOf(row.line().epoch())).toList());
  }

  private static @Nullable List<Double> values(
      List<Column> own, boolean validation, List<Row> rows) {
    return own.stream()
        .filter(column -> column.validation() == validation)
        .findFirst()
        .map(column -> rows.stream().map(row -> column.value(row.line())).toList())
        .orElse(null);
  }
}
