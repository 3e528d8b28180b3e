package dev.assay.bench.dl4j;

import dev.assay.bench.Job;
import dev.assay.bench.Network;
import dev.assay.bench.Order;
import dev.assay.bench.Program;
import dev.assay.bench.Trained;
import dev.assay.bench.TrainingSet;
import dev.assay.datasets.files.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Deeplearning4j: its network, fitted batch by batch. */
public final class Dl4j {
  private static final String VERSION = "Deeplearning4j 1.0.0-M2.1";

  private final Network network;
  private final TrainingSet set;
  private final MultiLayerNetwork model;
  private final Order order;
  private final int batch;
  private double loss;

  private Dl4j(Job job) throws DataException {
    network = job.network();
    set = TrainingSet.read(job);
    model = new MultiLayerNetwork(Networks.of(network));
    model.init();
    order = new Order(set.rows());
    batch = job.schedule().batch();
  }

  /** Runs the job of that file. */
  public static void main(String[] args) {
    Program.main(args, Dl4j::train);
  }

  private static Trained train(Job job) throws Exception {
    System.setProperty(
        "org.bytedeco.javacpp.platform.extension", natives(Path.of("/proc/cpuinfo")));
    Dl4j program = new Dl4j(job);
    List<Double> seconds = job.schedule().time(program::pass);
    return new Trained(VERSION, seconds, program.loss / program.order.size(), program.accuracy());
  }

  /** The fastest that the processor runs; the plain ones are several times slower. */
  private static String natives(Path processor) throws IOException {
    String flags = Files.readString(processor);
    return flags.contains("avx512f")
        ? "-onednn-avx512"
        : flags.contains("avx2") ? "-onednn-avx2" : "";
  }

  private void pass() {
    int[] rows = order.shuffled();
    loss = 0;
    for (int from = 0; from < rows.length; from += batch) {
      int size = Math.min(batch, rows.length - from);
      try (INDArray x = features(rows, from, size);
          INDArray y = oneHot(rows, from, size)) {
        model.fit(x, y);
        loss += model.score() * size;
      }
    }
  }

  private INDArray features(int[] rows, int from, int size) {
    int width = set.width();
    float[] values = new float[size * width];
    for (int i = 0; i < size; i++) {
      System.arraycopy(set.features(), rows[from + i] * width, values, i * width, width);
    }
    return Nd4j.create(values, Networks.batch(size, network));
  }

  private INDArray oneHot(int[] rows, int from, int size) {
    int classes = network.classes();
    float[] values = new float[size * classes];
    for (int i = 0; i < size; i++) {
      values[i * classes + set.labels()[rows[from + i]]] = 1;
    }
    return Nd4j.create(values, new int[] {size, classes});
  }

  /** With the weights at the end. */
  private double accuracy() {
    int[] rows = order.shuffled();
    int correct = 0;
    for (int from = 0; from < rows.length; from += 500) {
      int size = Math.min(500, rows.length - from);
      int[] predicted = model.output(features(rows, from, size)).argMax(1).toIntVector();
      for (int i = 0; i < size; i++) {
        correct += predicted[i] == set.labels()[rows[from + i]] ? 1 : 0;
      }
    }
    return (double) correct / rows.length;
  }
}
