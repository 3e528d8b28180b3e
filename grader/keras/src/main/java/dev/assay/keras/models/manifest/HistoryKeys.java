package dev.assay.keras.models.manifest;

import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.OutputSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names in a history, as in Keras: "loss" and "accuracy"; with several outputs also a loss for
 * each, without its weight, and the output's name first: "dense_1_loss", "dense_1_accuracy". A
 * second metric of a name gets "_1": "auc", "auc_1".
 *
 * @param losses of the outputs, in their order; none for a model of one output
 * @param metrics of the first output, then of the others, each in the compilation's order
 */
public record HistoryKeys(List<String> losses, List<String> metrics) {
  public HistoryKeys {
    losses = List.copyOf(losses);
    metrics = List.copyOf(metrics);
  }

  static HistoryKeys of(Manifest manifest) {
    List<OutputSpec> outputs = manifest.heads().outputs();
    boolean several = outputs.size() > 1;
    List<String> metrics = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      String prefix = several ? outputs.get(i).name() + "_" : "";
      for (Metric metric : manifest.compilation().heads().get(i).metrics()) {
        metrics.add(unused(prefix + metric.key(), metrics));
      }
    }
    List<String> losses = outputs.stream().map(output -> output.name() + "_loss").toList();
    return new HistoryKeys(several ? losses : List.of(), metrics);
  }

  /** The loss of the output that is served. */
  public String ownLoss() {
    return losses.isEmpty() ? "loss" : losses.get(0);
  }

  /** The model's loss, the outputs' losses and the metrics. */
  public List<String> all() {
    return Stream.of(List.of("loss"), losses, metrics).flatMap(List::stream).toList();
  }

  private static String unused(String key, List<String> used) {
    String name = key;
    for (int i = 1; used.contains(name); i++) {
      name = key + "_" + i;
    }
    return name;
  }
}
