package dev.assay.worker;

import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.models.weights.SafeTensors;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.protocol.Job;
import dev.assay.protocol.Message;
import dev.assay.protocol.StoredModel;
import dev.assay.training.export.Checkpoint;
import dev.assay.training.export.LabelFile;
import dev.assay.training.export.SavedModelWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;

/** Writes a trained model in another format; none of the model's own operations is run. */
final class ExportWorker {
  private ExportWorker() {}

  static Message run(Job.Export job) throws IOException {
    ModelGraph graph = StoredModel.of(job.files()).modelGraph();
    List<WeightSpec> specs = graph.manifest().weights();
    Map<String, float[]> weights = SafeTensors.read(job.weights(), specs, job.weightsDigest());
    Path folder = job.folder();
    return new Message.Exported(
        switch (job.format()) {
          case SAVEDMODEL -> describe(SavedModelWriter.write(folder, graph, weights, job.labels()));
          case CHECKPOINT -> {
            Checkpoint.write(folder, specs, weights);
            yield describe("model.ckpt", folder, job, specs);
          }
          case SAFETENSORS -> {
            SafeTensors.write(folder.resolve("weights.safetensors"), specs, weights);
            yield describe("weights.safetensors", folder, job, specs);
          }
        });
  }

  private static List<Sentence> describe(SignatureDef signature) {
    List<Sentence> lines = new ArrayList<>();
    lines.add(
        Sentence.of(NoteCode.EXPORTED_SIGNATURE, "tag", "serve", "signature", "serving_default"));
    signature
        .getInputsMap()
        .forEach((key, info) -> lines.add(describe(NoteCode.EXPORTED_INPUT, key, info)));
    new TreeMap<>(signature.getOutputsMap())
        .forEach((key, info) -> lines.add(describe(NoteCode.EXPORTED_OUTPUT, key, info)));
    return lines;
  }

  private static Sentence describe(NoteCode code, String key, TensorInfo info) {
    String sizes =
        info.getTensorShape().getDimList().stream()
            .map(size -> size.getSize() < 0 ? "None" : "" + size.getSize())
            .collect(
                Collectors.joining(
                    ", ", "(", info.getTensorShape().getDimCount() == 1 ? ",)" : ")"));
    String type = info.getDtype().name().replace("DT_", "");
    return Sentence.of(code, "name", key, "type", type, "shape", sizes);
  }

  /** Beside the weights go the classes' names; a SavedModel has them inside. */
  private static List<Sentence> describe(
      String file, Path folder, Job.Export job, List<WeightSpec> specs) throws IOException {
    List<Sentence> lines = new ArrayList<>();
    lines.add(count(NoteCode.EXPORTED_WEIGHTS, file, specs));
    if (!job.labels().isEmpty()) {
      LabelFile.write(folder, job.labels());
      lines.add(count(NoteCode.EXPORTED_CLASSES, LabelFile.NAME, job.labels()));
    }
    return lines;
  }

  private static Sentence count(NoteCode code, String file, List<?> contents) {
    return Sentence.of(code, "file", file, "count", contents.size());
  }
}
