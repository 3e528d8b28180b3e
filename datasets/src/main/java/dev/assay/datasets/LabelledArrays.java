package dev.assay.datasets;

import java.util.List;
import java.util.stream.IntStream;

/** Reads a file of features and one of labels, each IDX or {@code .npy}, for a data set. */
final class LabelledArrays {
  private final DatasetEntry entry;

  LabelledArrays(DatasetEntry entry) {
    this.entry = entry;
  }

  Examples read(RawFile featureFile, RawFile labelFile) throws DataException {
    boolean npy = featureFile.isNpy();
    if (npy != labelFile.isNpy()) {
      throw new DataException(
          "%s and %s: expected both as .npy or neither"
              .formatted(featureFile.path(), labelFile.path()));
    }
    if (npy) {
      return readNpy(featureFile, labelFile);
    }
    if (entry.layout() instanceof ImageLayout layout) {
      return new ImageReader(layout).read(featureFile, labelFile);
    }
    throw new DataException(
        "%s: expected a NumPy file (.npy), or all in one CSV file, as %s is a table"
            .formatted(featureFile.path(), entry.key()));
  }

  private Examples readNpy(RawFile featureFile, RawFile labelFile) throws DataException {
    NumericArray features = Npy.parse(featureFile);
    checkFeatures(featureFile, features);
    NumericArray labels = Npy.parse(labelFile);
    if (labels.shape().length != 1 || labels.rows() != features.rows()) {
      throw new DataException(
          "%s: expected shape [%d], a label for each row of %s, found %s"
              .formatted(labelFile.path(), features.rows(), featureFile.path(), labels));
    }
    return new Examples(
        features,
        entry.target().isClassification()
            ? classes(labelFile, labels)
            : numbers(labelFile, labels));
  }

  private void checkFeatures(RawFile file, NumericArray array) throws DataException {
    Features expected = entry.features();
    List<Integer> row = IntStream.of(array.shape()).skip(1).boxed().toList();
    if (array.type() != expected.type() || !row.equals(expected.shape()) || array.rows() < 1) {
      throw new DataException(
          "%s: expected at least one row of %s %s, found %s"
              .formatted(file.path(), expected.type(), expected.shape(), array));
    }
    requireFinite(file, array);
  }

  private NumericArray classes(RawFile file, NumericArray labels) throws DataException {
    int classes = entry.target().classes().size();
    if (labels.type() == DataType.FLOAT32) {
      throw new DataException(
          "%s: expected class numbers as int32 or uint8, found %s".formatted(file.path(), labels));
    }
    int[] numbers = IntStream.range(0, labels.rows()).map(labels::getInt).toArray();
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] < 0 || numbers[i] >= classes) {
        throw new DataException(
            "%s, row %d: expected a label from 0 to %d, found %d"
                .formatted(file.path(), i, classes - 1, numbers[i]));
      }
    }
    return NumericArray.ofInts(numbers, numbers.length);
  }

  private static NumericArray numbers(RawFile file, NumericArray labels) throws DataException {
    if (labels.type() != DataType.FLOAT32) {
      throw new DataException(
          "%s: expected numbers as float32, found %s".formatted(file.path(), labels));
    }
    requireFinite(file, labels);
    return labels;
  }

  private static void requireFinite(RawFile file, NumericArray array) throws DataException {
    for (int i = 0; i < array.size(); i++) {
      if (!Float.isFinite(array.getFloat(i))) {
        throw new DataException(
            "%s, row %d: expected finite numbers, found %s"
                .formatted(file.path(), i / array.rowSize(), array.getFloat(i)));
      }
    }
  }
}
