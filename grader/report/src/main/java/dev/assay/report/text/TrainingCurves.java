package dev.assay.report.text;

import dev.assay.commons.text.DisplayWidth;
import dev.assay.commons.text.Numbers;
import dev.assay.findings.Catalogue;
import dev.assay.findings.TerminalCode;
import dev.assay.report.model.EpochLine;
import dev.assay.report.model.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The losses of a training as curves of characters, on one scale.
 *
 * @param training of one model
 * @param texts the language
 * @param room the width of a line
 * @param plain whether only ASCII may be used
 */
public record TrainingCurves(Training training, Catalogue texts, int room, boolean plain) {
  private static final int ROWS = 4;

  /** Less than this is seen in the epochs' own lines. */
  private static final int FEWEST = 5;

  private static final int LABEL = 19;
  private static final int WIDEST = 60;

  /** First losses so many times the typical one are drawn at the upper edge. */
  private static final double CLIP = 4;

  /** Returns the lines; none for an ensemble or a training of a few epochs. */
  public List<String> lines() {
    List<EpochLine> history = training.history();
    boolean single = training.epochs() == history.size();
    List<Double> loss = values(history, "loss");
    List<Double> validation = values(history, "val_loss");
    List<Double> sorted =
        Stream.concat(loss.stream(), validation.stream())
            .filter(Double::isFinite)
            .sorted()
            .toList();
    if (!single || history.size() < FEWEST || sorted.isEmpty()) {
      return List.of();
    }
    double low = sorted.get(0);
    double typical = sorted.get(sorted.size() / 2);
    double high =
        Math.min(sorted.get(sorted.size() - 1), typical + CLIP * Math.max(1e-9, typical - low));
    if (!(low < high)) {
      return List.of();
    }
    int width = Math.max(1, Math.min(WIDEST, room - LABEL));
    List<String> lines = new ArrayList<>();
    add(lines, "loss", new CurvePlot(loss, low, high), width);
    add(lines, "val_loss", new CurvePlot(validation, low, high), width);
    Integer best = training.bestEpoch();
    if (best != null) {
      int across = plain ? 1 : 2;
      int columns = Math.min(history.size(), width * across);
      int column =
          columns < 2
              ? 0
              : (int) Math.round((best - 1) * (columns - 1.0) / (history.size() - 1)) / across;
      String mark = " ".repeat(LABEL + column) + "^ ";
      String text = texts.say(TerminalCode.CURVE_BEST, "epoch", best);
      // Where it would not fit behind the mark, it stands before it.
      boolean fits = DisplayWidth.of(mark + text) <= room;
      int before = LABEL + column - DisplayWidth.of(text) - 1;
      lines.add(fits || before < 0 ? mark + text : " ".repeat(before) + text + " ^");
    }
    return lines;
  }

  private void add(List<String> lines, String name, CurvePlot plot, int width) {
    List<String> drawn = plot.lines(ROWS, width, plain);
    for (int row = 0; row < ROWS; row++) {
      String edge =
          row == 0
              ? Numbers.decimal(plot.high(), 3)
              : row == ROWS - 1 ? Numbers.decimal(plot.low(), 3) : "";
      String label = "  " + DisplayWidth.left(row == 0 ? name : "", 8);
      lines.add((label + DisplayWidth.right(edge, 8) + " " + drawn.get(row)).stripTrailing());
    }
  }

  private static List<Double> values(List<EpochLine> history, String key) {
    return history.stream().map(line -> line.values().getOrDefault(key, Double.NaN)).toList();
  }
}
