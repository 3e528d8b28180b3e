package dev.assay.cli.grade.epochs;

import dev.assay.cli.terminal.ProgressBar;
import dev.assay.commons.text.DisplayWidth;
import dev.assay.commons.text.Numbers;
import dev.assay.findings.Catalogue;
import dev.assay.findings.TerminalCode;
import dev.assay.keras.training.EpochResult;
import dev.assay.run.grading.TrainingStep;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** A line for each epoch, as Keras prints it; shorter where the terminal is narrow. */
public final class EpochLines {
  private static final int BAR = 16;
  private static final String SHORT_MARK = "  *";

  private final Catalogue texts;
  private final String mark;
  private final int epochs;
  private final int columns;
  private final TimeLeft left;

  /**
   * Values that did not fit into an earlier line; they are omitted from later lines too, so that
   * all look alike.
   */
  private final Set<String> leftOut = new HashSet<>();

  /**
   * The lines of one training.
   *
   * @param texts the language
   * @param epochs as planned
   * @param columns of a line
   * @param left of the whole training
   */
  public EpochLines(Catalogue texts, int epochs, int columns, TimeLeft left) {
    this.texts = texts;
    mark = SHORT_MARK + " " + texts.say(TerminalCode.EPOCH_SAVED);
    this.epochs = epochs;
    this.columns = columns;
    this.left = left;
  }

  /** Returns the line while the epoch runs: its bar, and the time left of the whole training. */
  public String running(TrainingStep step) {
    double share = (double) step.step() / step.steps();
    OptionalDouble seconds = left.seconds((step.epoch() - 1 + share) / epochs);
    String time =
        seconds.isEmpty()
            ? ""
            : texts.say(TerminalCode.TIME_LEFT, "time", Numbers.time(seconds.getAsDouble()));
    return line(step.epoch(), share, time, values(step.values()));
  }

  /**
   * Returns the line of a completed epoch: its time, loss and metrics, and a mark if its weights
   * were saved.
   */
  public String done(EpochResult result) {
    String time = Numbers.time(result.seconds());
    String values = values(result.values());
    String line = line(result.epoch(), 1, time, values);
    // Room for the mark is kept in every line, so that they all look the same.
    if (DisplayWidth.of(line + mark) <= columns) {
      return result.best() ? line + mark : line;
    }
    String shortLine = count(result.epoch()) + time(time) + shortened(values);
    return (fits(shortLine) ? shortLine : shorter(result)) + (result.best() ? SHORT_MARK : "");
  }

  /**
   * Returns the line without the time and with only the values that fit, those of validation first.
   */
  private String shorter(EpochResult result) {
    Map<String, Double> kept = new LinkedHashMap<>(result.values());
    kept.keySet().removeAll(leftOut);
    String line = count(result.epoch()) + shortened(values(kept));
    if (fits(line) || kept.size() <= 1) {
      return line;
    }
    List<String> keys = List.copyOf(kept.keySet());
    List<String> others = keys.stream().filter(key -> !key.startsWith("val_")).toList();
    List<String> from = others.isEmpty() ? keys : others;
    leftOut.add(from.get(from.size() - 1));
    return shorter(result);
  }

  private boolean fits(String shortLine) {
    return DisplayWidth.of(shortLine) + SHORT_MARK.length() <= columns;
  }

  private static String shortened(String values) {
    return values.replace("accuracy ", "acc ");
  }

  private String line(int epoch, double share, String time, String values) {
    return count(epoch) + " " + ProgressBar.of(share, BAR) + time(time) + values;
  }

  private String count(int epoch) {
    String all = Integer.toString(epochs);
    return "  "
        + " ".repeat(Math.max(0, all.length() - Integer.toString(epoch).length()))
        + epoch
        + "/"
        + all;
  }

  private static String time(String time) {
    return String.format(Locale.ROOT, " %6s", time);
  }

  private static String values(Map<String, Double> values) {
    StringBuilder text = new StringBuilder();
    values.forEach((key, value) -> text.append("  %s %s".formatted(key, shown(value))));
    return text.toString();
  }

  private static String shown(double value) {
    return Double.isFinite(value) ? Numbers.decimal(value, 4) : Double.toString(value);
  }
}
