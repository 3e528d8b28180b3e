package dev.assay.worker;

import dev.assay.datasets.DataException;
import dev.assay.datasets.Npy;
import dev.assay.datasets.NumericArray;
import dev.assay.keras.models.ModelGraph;
import dev.assay.keras.models.SafeTensors;
import dev.assay.keras.training.Predictor;
import dev.assay.keras.training.TensorData;
import dev.assay.worker.protocol.Job;
import dev.assay.worker.protocol.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.tensorflow.exceptions.TensorFlowException;

/**
 * Reloads a model in a process that never trained it, and predicts; the hidden labels are not here.
 */
final class PredictWorker {
  private PredictWorker() {}

  static Message run(Job.Predict job, Channel channel) throws IOException, DataException {
    ModelGraph graph = StoredModel.of(job.files()).modelGraph();
    Map<String, float[]> weights =
        SafeTensors.read(Path.of(job.weights()), graph.manifest().weights(), job.weightsDigest());
    try (Predictor predictor = new Predictor(graph, weights, job.threads())) {
      return predict(predictor, job, channel);
    } catch (TensorFlowException e) {
      e.printStackTrace();
      return new Message.Failed(Message.Cause.CANDIDATE, String.valueOf(e.getMessage()));
    }
  }

  private static Message predict(Predictor predictor, Job.Predict job, Channel channel)
      throws IOException, DataException {
    channel.send(
        new Message.Reloaded(predictor.evaluate(Arrays.labelled(job.validation()), "val_")));
    TensorData features = Arrays.map(job.features());
    float[] outputs = predictor.predict(features);
    int rows = features.rows();
    Npy.overwrite(
        Path.of(job.predictions()), NumericArray.ofFloats(outputs, rows, outputs.length / rows));
    return new Message.Predicted();
  }
}
