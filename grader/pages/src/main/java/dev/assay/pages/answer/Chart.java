package dev.assay.pages.answer;

import dev.assay.pages.Axis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A curve a part over the epochs, as a drawing; the script makes one of it that answers.
 *
 * @param key the measure's, such as {@code loss}
 * @param name the measure's for people
 * @param label what it shows, in words
 * @param training the values of training, an epoch each; null where there are none
 * @param validation the values on the validation set; null where there are none
 * @param best the place of the best epoch, from 0; null where there is none
 * @param labels the epochs' numbers
 */
public record Chart(
    String key,
    String name,
    String label,
    @Nullable List<Double> training,
    @Nullable List<Double> validation,
    @Nullable Integer best,
    List<String> labels) {
  /** The drawing's size, in its own units. */
  public static final int WIDTH = 560;

  /** The drawing's height. */
  public static final int HEIGHT = 220;

  /** The room for the labels of the axis. */
  public static final int LEFT = 56;

  private static final int BOTTOM = 26;
  private static final int EDGE = 8;
  private static final int EPOCH_LABELS = 6;

  /**
   * A round number of an axis.
   *
   * @param at its place in the drawing
   * @param text its label
   */
  public record Tick(String at, String text) {}

  /** Copies the components. */
  public Chart {
    training = training == null ? null : List.copyOf(training);
    validation = validation == null ? null : List.copyOf(validation);
    labels = List.copyOf(labels);
  }

  /** Returns the axis of the values. */
  public Axis axis() {
    List<Double> all = new ArrayList<>(training == null ? List.of() : training);
    all.addAll(validation == null ? List.of() : validation);
    return Axis.ofCurves(all);
  }

  private int epochs() {
    return labels.size();
  }

  /** Returns the numbers beside the curves. */
  public List<Tick> ticks() {
    Axis axis = axis();
    return axis.ticks().stream().map(tick -> new Tick(at(y(axis, tick)), shown(tick))).toList();
  }

  /** Returns the epochs below the curves. */
  public List<Tick> epochTicks() {
    int epochs = epochs();
    int step = Math.max(1, (int) Math.ceil(epochs / (double) EPOCH_LABELS));
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < epochs; i += step) {
      ticks.add(new Tick(at(x(i)), labels.get(i)));
    }
    return ticks;
  }

  /** Returns the place of the best epoch; null where there is none. */
  public @Nullable String bestAt() {
    return best == null ? null : at(x(best));
  }

  /** Returns the line of the training values, as the data of a path. */
  public String trainingPath() {
    return path(training);
  }

  /** Returns the line of the validation values, as the data of a path. */
  public String validationPath() {
    return path(validation);
  }

  private String path(@Nullable List<Double> values) {
    StringBuilder path = new StringBuilder();
    Axis axis = axis();
    boolean pen = false;
    for (int i = 0; values != null && i < values.size(); i++) {
      double value = values.get(i);
      if (Double.isFinite(value)) {
        path.append(pen ? 'L' : 'M').append(at(x(i))).append(' ').append(at(y(axis, value)));
      }
      pen = Double.isFinite(value);
    }
    return path.toString();
  }

  private double x(int epoch) {
    double share = epochs() < 2 ? 0.5 : epoch / (epochs() - 1.0);
    return LEFT + share * (WIDTH - LEFT - EDGE);
  }

  private static double y(Axis axis, double value) {
    return EDGE + (1 - axis.place(value)) * (HEIGHT - BOTTOM - EDGE);
  }

  private static String at(double place) {
    return String.format(Locale.ROOT, "%.1f", place);
  }

  private static String shown(double tick) {
    double size = Math.abs(tick);
    if (size != 0 && (size < 1e-3 || size >= 1e5)) {
      return String.format(Locale.ROOT, "%.0e", tick);
    }
    String text = String.format(Locale.ROOT, "%.4f", tick).replaceFirst("\\.?0+$", "");
    return text.equals("-0") ? "0" : text;
  }
}
