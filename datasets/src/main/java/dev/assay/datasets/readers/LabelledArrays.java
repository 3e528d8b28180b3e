package dev.assay.datasets.readers;

import dev.assay.datasets.arrays.DataType;
import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.arrays.Npy;
import dev.assay.datasets.arrays.NpyHeader;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.catalogue.FeatureSpec;
import dev.assay.datasets.catalogue.ImageLayout;
import dev.assay.datasets.catalogue.Target;
import dev.assay.datasets.files.DataException;
import dev.assay.datasets.files.RawFile;
import dev.assay.findings.DataCode;
import java.util.List;
import java.util.stream.IntStream;

/** Reads a file of features and one of labels, each IDX or {@code .npy}, for a data set. */
public final class LabelledArrays {
  private final DatasetEntry entry;

  public LabelledArrays(DatasetEntry entry) {
    this.entry = entry;
  }

  public Examples read(RawFile featureFile, RawFile labelFile) throws DataException {
    boolean npy = NpyHeader.begins(featureFile.bytes());
    if (npy != NpyHeader.begins(labelFile.bytes())) {
      throw DataException.of(
          DataCode.ARRAYS_OF_TWO_KINDS,
          "features",
          featureFile.path().toString(),
          "labels",
          labelFile.path().toString());
    }
    if (npy) {
      return readNpy(featureFile, labelFile);
    }
    if (entry.layout() instanceof ImageLayout layout) {
      return new ImageReader(layout).read(featureFile, labelFile);
    }
    throw DataException.of(
        DataCode.ARRAY_FOR_TABLE, "file", featureFile.path().toString(), "data", entry.key());
  }

  private Examples readNpy(RawFile featureFile, RawFile labelFile) throws DataException {
    NumericArray features = Npy.parse(featureFile);
    checkFeatures(featureFile, features);
    return new Examples(features, labels(labelFile, Npy.parse(labelFile), features.rows()));
  }

  private NumericArray labels(RawFile file, NumericArray labels, int rows) throws DataException {
    Target target = entry.target();
    List<Integer> expected =
        target.multiLabel() ? List.of(rows, target.classes().size()) : List.of(rows);
    if (!IntStream.of(labels.shape()).boxed().toList().equals(expected)) {
      throw unexpected(file, "SHAPE", expected.toString(), labels);
    }
    if (!target.isClassification()) {
      return numbers(file, labels);
    }
    if (labels.type() == DataType.FLOAT32) {
      throw unexpected(file, "CLASSES", "", labels);
    }
    return target.multiLabel()
        ? zerosAndOnes(file, labels)
        : NumericArray.ofInts(bounded(file, labels, target.classes().size()), rows);
  }

  private void checkFeatures(RawFile file, NumericArray array) throws DataException {
    FeatureSpec expected = entry.features();
    List<Integer> row = IntStream.of(array.shape()).skip(1).boxed().toList();
    if (array.type() != expected.type() || !row.equals(expected.shape()) || array.rows() < 1) {
      throw unexpected(file, "ROWS", expected.type() + " " + expected.shape(), array);
    }
    requireFinite(file, array);
  }

  private static NumericArray zerosAndOnes(RawFile file, NumericArray labels) throws DataException {
    int[] numbers = bounded(file, labels, 2);
    byte[] bytes = new byte[numbers.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) numbers[i];
    }
    return NumericArray.ofBytes(bytes, labels.shape());
  }

  private static int[] bounded(RawFile file, NumericArray labels, int end) throws DataException {
    int[] numbers = IntStream.range(0, labels.size()).map(labels::getInt).toArray();
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] < 0 || numbers[i] >= end) {
        throw unexpectedAt(
            file, i / labels.rowSize(), "LABEL", end - 1, String.valueOf(numbers[i]));
      }
    }
    return numbers;
  }

  private static NumericArray numbers(RawFile file, NumericArray labels) throws DataException {
    if (labels.type() != DataType.FLOAT32) {
      throw unexpected(file, "NUMBERS", "", labels);
    }
    requireFinite(file, labels);
    return labels;
  }

  private static void requireFinite(RawFile file, NumericArray array) throws DataException {
    for (int i = 0; i < array.size(); i++) {
      if (!Float.isFinite(array.getFloat(i))) {
        throw unexpectedAt(
            file, i / array.rowSize(), "FINITE", 0, String.valueOf(array.getFloat(i)));
      }
    }
  }

  private static DataException unexpected(
      RawFile file, String what, String expected, NumericArray found) {
    return DataException.of(
        DataCode.ARRAY_EXPECTED,
        "file",
        file.path().toString(),
        "what",
        what,
        "expected",
        expected,
        "found",
        found.toString());
  }

  private static DataException unexpectedAt(
      RawFile file, int row, String what, int most, String found) {
    return DataException.of(
        DataCode.ARRAY_ROW_EXPECTED,
        "file",
        file.path().toString(),
        "row",
        row,
        "what",
        what,
        "most",
        most,
        "found",
        found);
  }
}
