package dev.assay.run;

import dev.assay.datasets.Dataset;
import dev.assay.keras.models.LayerSummary;
import dev.assay.keras.models.Manifest;
import dev.assay.keras.training.EpochResult;
import dev.assay.report.DatasetSummary;
import dev.assay.report.EpochLine;
import dev.assay.report.LayerLine;
import dev.assay.report.ModelSummary;
import dev.assay.report.SplitSizes;
import dev.assay.report.Training;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Data, models and training in the words of the result. */
final class Summaries {
  private Summaries() {}

  static DatasetSummary dataset(Dataset data) {
    return new DatasetSummary(
        data.entry().id(),
        data.entry().title(),
        data.entry().variant(),
        data.fingerprint(),
        new SplitSizes(data.train().size(), data.validation().size(), data.hidden().size()),
        data.entry().origin().standsInFor(),
        data.notes());
  }

  static ModelSummary model(Manifest manifest) {
    return new ModelSummary(
        manifest.parameters(),
        manifest.trainableParameters(),
        manifest.layers().stream().map(Summaries::layer).toList());
  }

  /** A size that is not known, as the batch's, is -1. */
  private static LayerLine layer(LayerSummary layer) {
    List<Long> shape =
        Stream.concat(Stream.of(-1), layer.output().shape().stream())
            .map(Integer::longValue)
            .toList();
    return new LayerLine(layer.name(), layer.type(), shape, layer.parameters());
  }

  static Training training(
      List<EpochResult> history, @Nullable Integer bestEpoch, String stopReason) {
    return new Training(
        history.size(),
        bestEpoch,
        stopReason.toLowerCase(Locale.ROOT),
        history.stream().mapToDouble(EpochResult::seconds).sum(),
        history(history));
  }

  static List<EpochLine> history(List<EpochResult> history) {
    return history.stream().map(Summaries::epoch).toList();
  }

  private static EpochLine epoch(EpochResult epoch) {
    return new EpochLine(epoch.epoch(), epoch.seconds(), epoch.values(), epoch.learningRate());
  }
}
