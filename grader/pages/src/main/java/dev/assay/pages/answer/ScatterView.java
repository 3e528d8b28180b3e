package dev.assay.pages.answer;

import dev.assay.findings.PageCode;
import dev.assay.pages.Axis;
import dev.assay.pages.PageTexts;
import dev.assay.report.examples.ValidationExamples;
import dev.assay.report.examples.ValuePair;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Predicted against true values: both axes have the same scale, so that the diagonal is right.
 *
 * @param label what the drawing shows, in words
 * @param note how many examples there are
 * @param points all dots, as the data of a path of short strokes
 * @param ticks of both axes: the place from the left, that from the top, and the label
 */
public record ScatterView(String label, String note, String points, List<Tick> ticks) {
  /** The drawing's width and height, in its own units. */
  public static final int SIZE = 400;

  /** The room for the labels at the left. */
  public static final int LEFT = 52;

  /** The place of the axis of true values from the top. */
  public static final int BASE = SIZE - 40;

  private static final int EDGE = 8;

  /**
   * A number of both axes.
   *
   * @param x its place below
   * @param y its place at the left
   * @param text its label
   */
  public record Tick(String x, String y, String text) {}

  /** Copies the components. */
  public ScatterView {
    ticks = List.copyOf(ticks);
  }

  static @Nullable ScatterView of(ValidationExamples examples, PageTexts texts) {
    if (examples.values().isEmpty()) {
      return null;
    }
    List<Double> all = new ArrayList<>();
    double worst = 0;
    for (ValuePair pair : examples.values()) {
      all.add(pair.actual());
      all.add(pair.predicted());
      worst = Math.max(worst, Math.abs(pair.actual() - pair.predicted()));
    }
    Axis axis = Axis.around(all);
    return new ScatterView(
        texts.say(
            PageCode.PAGE_SCATTER_LABEL,
            "count",
            examples.values().size(),
            "worst",
            texts.number(worst)),
        texts.say(PageCode.PAGE_SCATTER_NOTE, "count", examples.values().size()),
        points(examples.values(), axis),
        axis.ticks().stream().map(tick -> tick(axis, tick, texts)).toList());
  }

  private static Tick tick(Axis axis, double tick, PageTexts texts) {
    double rounded = Math.round(tick * 1e9) / 1e9;
    return new Tick(at(x(axis, tick)), at(y(axis, tick)), texts.number(rounded));
  }

  private static String points(List<ValuePair> values, Axis axis) {
    StringBuilder points = new StringBuilder();
    for (ValuePair pair : values) {
      points.append('M').append(at(x(axis, pair.actual()))).append(' ');
      points.append(at(y(axis, pair.predicted()))).append("h0");
    }
    return points.toString();
  }

  private static double x(Axis axis, double value) {
    return LEFT + axis.place(value) * (SIZE - LEFT - EDGE);
  }

  private static double y(Axis axis, double value) {
    return EDGE + (1 - axis.place(value)) * (BASE - EDGE);
  }

  private static String at(double place) {
    return String.format(Locale.ROOT, "%.1f", place);
  }
}
