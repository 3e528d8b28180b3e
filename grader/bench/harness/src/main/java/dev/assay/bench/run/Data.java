package dev.assay.bench.run;

import dev.assay.bench.Workload;
import dev.assay.datasets.DataStore;
import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.arrays.Npy;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.files.DataException;
import dev.assay.problems.Problems;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the examples where every program can read them.
 *
 * @param embedded the data that ships with Assay
 * @param dataDir the user's own folder of data sets; may be null
 * @param rows of MNIST to take, the first ones, at most {@link #MNIST_ROWS}
 * @param synthetic whether random pixels stand in for MNIST
 */
record Data(Path embedded, @Nullable Path dataDir, int rows, boolean synthetic) {
  static final int MNIST_ROWS = 60_000;

  private static final int IRIS_ROWS = 120;
  private static final int CLASSES = 10;

  /**
   * Two {@code .npy} files of one set.
   *
   * @param features as {@link dev.assay.bench.Job} has them
   * @param labels as {@link dev.assay.bench.Job} has them
   */
  record Files(Path features, Path labels) {}

  /** How many examples of what, for people. */
  String title(Workload workload) {
    return switch (workload.source()) {
      case IRIS -> IRIS_ROWS + " examples of Iris";
      case MNIST -> rows + (synthetic ? " SYNTHETIC images" : " images of MNIST");
    };
  }

  /**
   * Writes the examples of workloads.
   *
   * @throws DataException saying what is missing and how to get it
   */
  Map<Workload, Files> write(List<Workload> workloads, Path folder) throws DataException {
    Map<Workload.Source, Files> written = new EnumMap<>(Workload.Source.class);
    Map<Workload, Files> files = new LinkedHashMap<>();
    for (Workload workload : workloads) {
      Workload.Source source = workload.source();
      if (!written.containsKey(source)) {
        written.put(source, write(source, folder));
      }
      files.put(workload, Objects.requireNonNull(written.get(source)));
    }
    return files;
  }

  private Files write(Workload.Source source, Path folder) throws DataException {
    Files files =
        new Files(folder.resolve(source + "-features.npy"), folder.resolve(source + "-labels.npy"));
    Examples examples = examples(source);
    int[] first = IntStream.range(0, source == Workload.Source.IRIS ? IRIS_ROWS : rows).toArray();
    Npy.write(files.features(), examples.features().take(first));
    Npy.write(files.labels(), examples.labels().take(first));
    return files;
  }

  private Examples examples(Workload.Source source) throws DataException {
    return switch (source) {
      case IRIS -> load("iris", "embedded");
      case MNIST -> synthetic ? randomPixels(rows) : load("mnist", "full");
    };
  }

  /** All rows, those first that the grader trains on. */
  private Examples load(String id, String variant) throws DataException {
    // No cache is looked into: what is measured is what was named.
    DataStore store = new DataStore(embedded, dataDir, embedded);
    Dataset set = store.load(Problems.load().catalogue().entry(id, variant), 1);
    List<Examples> parts = List.of(set.train(), set.validation(), set.hidden());
    return new Examples(join(parts, Examples::features), join(parts, Examples::labels));
  }

  private static NumericArray join(
      List<Examples> parts, Function<Examples, NumericArray> whichArray) {
    List<NumericArray> arrays = parts.stream().map(whichArray).toList();
    int[] shape = arrays.get(0).shape();
    shape[0] = arrays.stream().mapToInt(NumericArray::rows).sum();
    int size = arrays.stream().mapToInt(NumericArray::size).sum();
    ByteBuffer all =
        ByteBuffer.allocate(size * arrays.get(0).type().bytes()).order(ByteOrder.LITTLE_ENDIAN);
    arrays.forEach(array -> all.put(array.littleEndianBytes()));
    all.flip();
    return switch (arrays.get(0).type()) {
      case UINT8 -> NumericArray.ofBytes(all.array(), shape);
      case INT32 -> {
        int[] values = new int[size];
        all.asIntBuffer().get(values);
        yield NumericArray.ofInts(values, shape);
      }
      case FLOAT32 -> {
        float[] values = new float[size];
        all.asFloatBuffer().get(values);
        yield NumericArray.ofFloats(values, shape);
      }
    };
  }

  private static Examples randomPixels(int rows) {
    SplittableRandom random = new SplittableRandom(1);
    byte[] pixels = new byte[rows * 28 * 28];
    random.nextBytes(pixels);
    int[] labels = random.ints(rows, 0, CLASSES).toArray();
    return new Examples(
        NumericArray.ofBytes(pixels, rows, 28, 28), NumericArray.ofInts(labels, rows));
  }
}
