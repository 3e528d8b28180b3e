package dev.assay.run;

import dev.assay.datasets.Dataset;
import dev.assay.keras.models.LayerSummary;
import dev.assay.keras.models.Manifest;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.Part;
import dev.assay.report.DatasetSummary;
import dev.assay.report.EpochLine;
import dev.assay.report.Isolation;
import dev.assay.report.LayerLine;
import dev.assay.report.ModelSummary;
import dev.assay.report.SplitSizes;
import dev.assay.report.Training;
import dev.assay.worker.protocol.BuiltModel;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Data, models and training in the words of the result. */
final class Summaries {
  private Summaries() {}

  /** Null when no process ran. */
  static @Nullable Isolation isolation(dev.assay.run.isolation.@Nullable Isolation measured) {
    return measured == null
        ? null
        : new Isolation(measured.level().name().toLowerCase(Locale.ROOT), measured.ids());
  }

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

  static ModelSummary model(BuiltModel model, long builtIn) {
    Manifest manifest = model.manifest();
    return new ModelSummary(
        manifest.parameters(),
        manifest.trainableParameters(),
        model.flops(),
        builtIn,
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

  static Training training(List<Run> runs, @Nullable Integer bestEpoch, String stopReason) {
    List<EpochLine> history = history(runs);
    return new Training(
        history.size(),
        bestEpoch,
        stopReason.toLowerCase(Locale.ROOT),
        history.stream().mapToDouble(EpochLine::seconds).sum(),
        history);
  }

  static List<EpochLine> history(List<Run> runs) {
    return runs.stream()
        .flatMap(run -> run.epochs().stream().map(epoch -> epoch(run.part(), epoch)))
        .toList();
  }

  private static EpochLine epoch(@Nullable Part part, EpochResult epoch) {
    return new EpochLine(
        part == null ? null : part.member(),
        part == null || part.makesMember() ? null : part.fold(),
        epoch.epoch(),
        epoch.seconds(),
        epoch.values(),
        epoch.learningRate());
  }
}
