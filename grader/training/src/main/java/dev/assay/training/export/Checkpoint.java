package dev.assay.training.export;

import dev.assay.keras.models.weights.WeightSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** Weights as a TensorFlow checkpoint, each under its name: "dense/kernel". */
public final class Checkpoint {
  private static final String PREFIX = "model.ckpt";

  private Checkpoint() {}

  /**
   * Writes {@code model.ckpt.index}, {@code model.ckpt.data-00000-of-00001} and {@code checkpoint},
   * which says that they are the latest.
   *
   * @param folder an existing one
   * @param weights a value for each spec, row-major
   * @throws IOException where they cannot be written
   */
  public static void write(Path folder, List<WeightSpec> specs, Map<String, float[]> weights)
      throws IOException {
    writeBundle(folder.resolve(PREFIX), specs, weights);
    Files.writeString(
        folder.resolve("checkpoint"),
        "model_checkpoint_path: \"%s\"\nall_model_checkpoint_paths: \"%s\"\n"
            .formatted(PREFIX, PREFIX));
  }

  /** Writes the two files whose names begin with {@code prefix}. */
  static void writeBundle(Path prefix, List<WeightSpec> specs, Map<String, float[]> weights)
      throws IOException {
    List<TFloat32> tensors = new ArrayList<>();
    try (Graph graph = new Graph();
        Session session = new Session(graph)) {
      Ops tf = Ops.create(graph);
      Session.Runner runner = session.runner();
      List<Operand<?>> values = new ArrayList<>();
      for (WeightSpec spec : specs) {
        Shape shape = Shape.of(spec.shape().stream().mapToLong(Integer::longValue).toArray());
        Placeholder<TFloat32> value = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
        tensors.add(TFloat32.tensorOf(shape, DataBuffers.of(valuesOf(spec, weights))));
        runner.feed(value, tensors.get(tensors.size() - 1));
        values.add(value);
      }
      runner.addTarget(save(tf, prefix, specs, values)).run().close();
    } catch (TensorFlowException e) {
      throw new IOException("%s cannot be written: %s".formatted(prefix, e.getMessage()), e);
    } finally {
      tensors.forEach(TFloat32::close);
    }
  }

  private static Op save(Ops tf, Path prefix, List<WeightSpec> specs, List<Operand<?>> values) {
    return tf.train.save(
        tf.constant(prefix.toString()),
        tf.array(specs.stream().map(WeightSpec::name).toArray(String[]::new)),
        tf.array(Collections.nCopies(specs.size(), "").toArray(String[]::new)),
        values);
  }

  private static float[] valuesOf(WeightSpec spec, Map<String, float[]> weights) {
    float[] values = weights.get(spec.name());
    if (values == null || values.length != spec.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "weight %s needs %d values. Received: %s",
              spec.name(),
              spec.size(),
              values == null ? "none" : values.length + ""));
    }
    return values;
  }
}
