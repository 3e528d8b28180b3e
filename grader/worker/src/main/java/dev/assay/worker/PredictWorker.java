package dev.assay.worker;

import dev.assay.datasets.arrays.Npy;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.files.DataException;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.models.weights.SafeTensors;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.training.TensorData;
import dev.assay.protocol.Job;
import dev.assay.protocol.Message;
import dev.assay.protocol.StoredModel;
import dev.assay.training.Predictor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;

/**
 * Reloads a model in a process that never trained it, and predicts; the hidden labels are not here.
 */
final class PredictWorker {
  private PredictWorker() {}

  static Message run(Job.Predict job, Channel channel) throws IOException, DataException {
    ModelGraph graph = StoredModel.of(job.files()).modelGraph();
    List<WeightSpec> specs = graph.manifest().weights();
    Map<String, float[]> weights =
        SafeTensors.read(job.weights().trained(), specs, job.weightsDigest());
    Map<String, float[]> untrained =
        new LinkedHashMap<>(SafeTensors.read(job.weights().untrained(), specs));
    specs.stream()
        .filter(weight -> !weight.trainable())
        .map(WeightSpec::name)
        .forEach(untrained::remove);
    try (Predictor predictor = new Predictor(graph, weights, job.threads())) {
      Message predicted = predict(predictor, job, channel);
      TensorData features = Arrays.map(job.features());
      float[] outputs = new UntrainedOutputs(predictor, features).predict(untrained, specs);
      write(job.predictions().untrained(), features, outputs);
      return predicted;
    } catch (TensorFlowException | TFUnimplementedException | IllegalArgumentException e) {
      return failed(e);
    }
  }

  static Message run(Job.Outputs job) throws IOException, DataException {
    ModelGraph graph = StoredModel.of(job.files()).modelGraph();
    List<WeightSpec> specs = graph.manifest().weights();
    Map<String, float[]> weights = SafeTensors.read(job.weights(), specs, job.weightsDigest());
    try (Predictor predictor = new Predictor(graph, weights, job.threads())) {
      TensorData features = Arrays.map(job.features());
      float[] outputs = predictor.predict(features);
      write(job.outputs(), features, outputs);
      return predicted(predictor, features, outputs);
    } catch (TensorFlowException | TFUnimplementedException | IllegalArgumentException e) {
      return failed(e);
    }
  }

  private static Message failed(RuntimeException e) {
    e.printStackTrace();
    return new Message.Failed(
        MemoryFailure.causeOf(e, Message.Cause.CANDIDATE), String.valueOf(e.getMessage()));
  }

  private static Message predict(Predictor predictor, Job.Predict job, Channel channel)
      throws IOException, DataException {
    channel.send(
        new Message.Reloaded(predictor.evaluate(Arrays.labelled(job.validation()), "val_")));
    TensorData features = Arrays.map(job.features());
    float[] outputs = predictor.predict(features);
    write(job.predictions().trained(), features, outputs);
    if (job.validated() != null) {
      TensorData validation = Arrays.map(job.validation().features());
      write(job.validated(), validation, predictor.predict(validation));
    }
    return predicted(predictor, features, outputs);
  }

  private static Message predicted(Predictor predictor, TensorData features, float[] outputs) {
    return new Message.Predicted(
        Batches.difference(predictor, features, outputs, new SplittableRandom()));
  }

  private static void write(Path file, TensorData features, float[] outputs) throws DataException {
    int rows = features.rows();
    Npy.overwrite(file, NumericArray.ofFloats(outputs, rows, outputs.length / rows));
  }
}
