package dev.assay.run.audit;

import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.problems.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The few examples whose labels an audit keeps.
 *
 * <p>Of several draws those are taken that tell least about the rest: by their examples' labels,
 * the nearest of them to each, the validation set is predicted worst. An answer passes the audit
 * only if it passes with every one of them: an honest answer cannot do so by luck, and to an answer
 * that brings its table along all draws are the same.
 */
public final class FewLabels {
  /** The number of examples for a regression, which has no classes. */
  static final int NUMBERS = 3;

  private static final int DRAWS = 10;

  /** The number of draws that an answer must pass with. */
  private static final int TAKEN = 3;

  /** Kept apart from what else is drawn from the run's seed. */
  private static final long DOMAIN = 0x6665776c6162656cL;

  private final Dataset data;
  private final Task task;

  private FewLabels(Dataset data, Task task) {
    this.data = data;
    this.task = task;
  }

  /**
   * Draws the examples: one of each class that occurs, or of each label; three of a regression.
   *
   * @param seed of the run; the same seed gives the same examples
   * @return up to three different draws, the least telling first; of each, rows of the training
   *     set, ascending
   */
  public static List<List<Integer>> draws(Dataset data, Task task, long seed) {
    SplittableRandom random = new SplittableRandom(seed ^ DOMAIN);
    FewLabels draws = new FewLabels(data, task);
    Nearest nearest = new Nearest(data.train().features(), data.validation(), task);
    record Draw(List<Integer> rows, double agreement) {}
    return Stream.generate(() -> draws.draw(random))
        .limit(DRAWS)
        .distinct()
        .map(rows -> new Draw(rows, nearest.agreement(rows, data.train())))
        .sorted(Comparator.comparingDouble(Draw::agreement))
        .limit(TAKEN)
        .map(Draw::rows)
        .toList();
  }

  /**
   * Weights that let only these examples' labels count, each as much as all examples together do
   * for a label.
   *
   * @param rows of the labelled examples
   * @param examples of the training set
   */
  public static NumericArray weights(List<Integer> rows, int examples) {
    float[] weights = new float[examples];
    rows.forEach(row -> weights[row] = (float) examples / rows.size());
    return NumericArray.ofFloats(weights, examples);
  }

  private List<Integer> draw(SplittableRandom random) {
    List<Integer> rows = new ArrayList<>();
    for (List<Integer> kind : kinds(data.train())) {
      rows.add(kind.get(random.nextInt(kind.size())));
    }
    return rows.stream().distinct().sorted().toList();
  }

  /** The rows of each class or label; of a regression a part of all rows for each to draw. */
  private Collection<List<Integer>> kinds(Examples train) {
    Map<Integer, List<Integer>> kinds = new TreeMap<>();
    for (int row = 0; row < train.size(); row++) {
      for (int kind : kindsOf(train.labels(), row)) {
        kinds.computeIfAbsent(kind, key -> new ArrayList<>()).add(row);
      }
    }
    return kinds.values();
  }

  private int[] kindsOf(NumericArray labels, int row) {
    int width = labels.rowSize();
    return switch (task) {
      case REGRESSION -> new int[] {row % NUMBERS};
      case BINARY_CLASSIFICATION, MULTICLASS_CLASSIFICATION -> new int[] {labels.getInt(row)};
      case MULTILABEL_CLASSIFICATION ->
          IntStream.range(0, width)
              .filter(label -> labels.getInt(row * width + label) == 1)
              .toArray();
    };
  }
}
