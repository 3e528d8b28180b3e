package dev.assay.bench.tribuo;

import dev.assay.bench.Job;
import dev.assay.bench.Network;
import dev.assay.bench.Program;
import dev.assay.bench.Schedule;
import dev.assay.bench.Trained;
import dev.assay.bench.TrainingSet;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tensorflow.Graph;
import org.tensorflow.TensorFlow;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.interop.tensorflow.DenseFeatureConverter;
import org.tribuo.interop.tensorflow.FeatureConverter;
import org.tribuo.interop.tensorflow.GradientOptimiser;
import org.tribuo.interop.tensorflow.ImageConverter;
import org.tribuo.interop.tensorflow.LabelConverter;
import org.tribuo.interop.tensorflow.TensorFlowTrainer;

/** Tribuo's TensorFlow trainer. */
public final class Tribuo {
  private static final int EVALUATED = 10_000;

  private Tribuo() {}

  /** Runs the job of that file. */
  public static void main(String[] args) {
    Logger.getLogger("org.tribuo").setLevel(Level.OFF);
    Program.main(args, Tribuo::train);
  }

  private static Trained train(Job job) throws Exception {
    Network network = job.network();
    Schedule schedule = job.schedule();
    MutableDataset<Label> examples = Examples.of(TrainingSet.read(job));
    BatchTimes times = new BatchTimes(converter(network));
    Graph graph = new Graph();
    TensorFlowTrainer<Label> trainer =
        new TensorFlowTrainer<>(
            graph,
            Networks.add(graph, network),
            optimizer(network),
            parameters(network),
            times,
            new LabelConverter(),
            schedule.batch(),
            schedule.epochs() * schedule.passes(),
            500,
            -1);
    Model<Label> model = trainer.train(examples);
    List<Double> seconds = times.epochs(schedule.epochs(), System.nanoTime());
    return evaluate(model, examples, seconds);
  }

  private static FeatureConverter converter(Network network) {
    List<Integer> input = network.input();
    return input.size() == 3
        ? new ImageConverter(Networks.INPUT, input.get(1), input.get(0), input.get(2))
        : new DenseFeatureConverter(Networks.INPUT);
  }

  private static GradientOptimiser optimizer(Network network) {
    return switch (network.optimizer()) {
      case ADAM -> GradientOptimiser.ADAM;
      case SGD -> GradientOptimiser.GRADIENT_DESCENT;
    };
  }

  private static Map<String, Float> parameters(Network network) {
    float rate = (float) network.learningRate();
    return switch (network.optimizer()) {
      case ADAM ->
          Map.of("learningRate", rate, "betaOne", 0.9f, "betaTwo", 0.999f, "epsilon", 1e-8f);
      case SGD -> Map.of("learningRate", rate);
    };
  }

  /** With the weights at the end: the trainer tells nothing of them while it trains. */
  private static Trained evaluate(
      Model<Label> model, MutableDataset<Label> examples, List<Double> seconds) {
    int rows = Math.min(EVALUATED, examples.size());
    double loss = 0;
    int correct = 0;
    for (int row = 0; row < rows; row++) {
      Example<Label> example = examples.getExample(row);
      Prediction<Label> prediction = model.predict(example);
      String truth = example.getOutput().getLabel();
      Label scored = prediction.getOutputScores().get(truth);
      loss -= Math.log(Math.max(scored == null ? 0 : scored.getScore(), 1e-7));
      correct += prediction.getOutput().getLabel().equals(truth) ? 1 : 0;
    }
    String version = "Tribuo 4.3.2, TensorFlow " + TensorFlow.version();
    return new Trained(version, seconds, loss / rows, (double) correct / rows);
  }
}
