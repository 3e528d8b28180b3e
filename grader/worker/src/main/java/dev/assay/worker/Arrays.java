package dev.assay.worker;

import dev.assay.datasets.arrays.MappedArray;
import dev.assay.datasets.arrays.Npy;
import dev.assay.datasets.files.DataException;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.protocol.Job;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Memory-mapped .npy files as the trainer takes them. */
final class Arrays {
  private Arrays() {}

  static Labelled labelled(Job.LabelledFiles files) throws IOException {
    Path weights = files.weights();
    return new Labelled(
        map(files.features()), map(files.labels()), weights == null ? null : map(weights));
  }

  static TensorData map(Path file) throws IOException {
    try {
      MappedArray array = Npy.map(file);
      return new TensorData(
          ElementType.valueOf(array.type().name()),
          IntStream.of(array.shape()).boxed().toList(),
          array.values());
    } catch (DataException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
