package dev.assay.datasets.splits;

import dev.assay.commons.random.SplitMix64;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.catalogue.SplitRule;
import dev.assay.datasets.files.DataException;
import dev.assay.findings.DataCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides rows into train, validation and hidden by a seed.
 *
 * <p>Rows are shuffled with {@link SplitMix64}; stratified, each class gives its part by the method
 * of the largest remainder, so that the parts have the exact size asked for. The rows of each part
 * come in shuffled order, as files are often sorted by class.
 */
public final class Splitter {
  private final SplitMix64 random;

  public Splitter(long seed) {
    random = new SplitMix64(seed);
  }

  /** Row numbers of the three parts; hidden is empty if it has files of its own. */
  @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
  public record Split(int[] train, int[] validation, int[] hidden) {}

  /**
   * Splits the rows of an array of labels.
   *
   * @param classes number of classes; not looked at unless the rule is stratified
   * @throws DataException if there are too few rows for each part to have one
   */
  public Split split(NumericArray labels, int classes, SplitRule rule) throws DataException {
    int rows = labels.rows();
    SplitRule.Share hiddenShare = rule.hidden();
    int hidden = hiddenShare == null ? 0 : hiddenShare.count(rows);
    int validation = rule.validation().count(rows);
    if (validation < 1 || (hiddenShare != null && hidden < 1) || hidden + validation >= rows) {
      throw DataException.of(DataCode.DATA_TOO_FEW_ROWS, "rows", rows, "split", rule.sentence());
    }
    List<int[]> strata =
        new ArrayList<>(rule.stratified() ? byClass(labels, classes) : List.of(range(rows)));
    strata.forEach(random::shuffle);
    if (rule.fold() != null) {
      return deal(strata, rule.fold(), validation);
    }
    int[] hiddenQuota = quotas(sizes(strata, new int[strata.size()]), hidden);
    int[] validationQuota = quotas(sizes(strata, hiddenQuota), validation);
    return deal(strata, hiddenQuota, validationQuota);
  }

  /** Hides a fold of each stratum; the folds of all strata together differ by a row at most. */
  private Split deal(List<int[]> strata, SplitRule.Fold fold, int validation) {
    int[] quota = new int[strata.size()];
    int before = 0;
    for (int s = 0; s < quota.length; s++) {
      int[] rows = strata.get(s);
      // The rows of all strata in a line, of which every so many-th is in the fold.
      int size = rows.length;
      int first = Math.floorMod(fold.number() - 1 - before, fold.of());
      int[] ordered = new int[size];
      int place = 0;
      for (int i = first; i < size; i += fold.of()) {
        ordered[place++] = rows[i];
      }
      quota[s] = place;
      for (int i = 0; i < size; i++) {
        if (Math.floorMod(i - first, fold.of()) != 0) {
          ordered[place++] = rows[i];
        }
      }
      strata.set(s, ordered);
      before += size;
    }
    return deal(strata, quota, quotas(sizes(strata, quota), validation));
  }

  private Split deal(List<int[]> strata, int[] hiddenQuota, int[] validationQuota) {
    IntStream.Builder train = IntStream.builder();
    IntStream.Builder validation = IntStream.builder();
    IntStream.Builder hidden = IntStream.builder();
    for (int s = 0; s < strata.size(); s++) {
      int[] rows = strata.get(s);
      for (int i = 0; i < rows.length; i++) {
        boolean isHidden = i < hiddenQuota[s];
        boolean isValidation = !isHidden && i < hiddenQuota[s] + validationQuota[s];
        (isHidden ? hidden : isValidation ? validation : train).add(rows[i]);
      }
    }
    return new Split(shuffled(train), shuffled(validation), shuffled(hidden));
  }

  private int[] shuffled(IntStream.Builder rows) {
    int[] array = rows.build().toArray();
    random.shuffle(array);
    return array;
  }

  private static List<int[]> byClass(NumericArray labels, int classes) {
    List<IntStream.Builder> builders = new ArrayList<>();
    for (int c = 0; c < classes; c++) {
      builders.add(IntStream.builder());
    }
    for (int row = 0; row < labels.rows(); row++) {
      builders.get(labels.getInt(row)).add(row);
    }
    return builders.stream().map(builder -> builder.build().toArray()).toList();
  }

  private static int[] range(int rows) {
    return IntStream.range(0, rows).toArray();
  }

  private static int[] sizes(List<int[]> strata, int[] taken) {
    return IntStream.range(0, strata.size()).map(s -> strata.get(s).length - taken[s]).toArray();
  }

  /**
   * Divides a total in proportion to sizes; what rounding leaves goes to the largest remainders.
   */
  static int[] quotas(int[] sizes, int total) {
    long all = Arrays.stream(sizes).asLongStream().sum();
    int[] quotas = Arrays.stream(sizes).map(size -> (int) ((long) size * total / all)).toArray();
    int left = total - Arrays.stream(quotas).sum();
    IntStream.range(0, sizes.length)
        .boxed()
        .sorted(Comparator.comparing(s -> -((long) sizes[s] * total % all)))
        .limit(left)
        .forEach(s -> quotas[s]++);
    return quotas;
  }
}
