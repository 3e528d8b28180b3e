package dev.assay.keras.parity;

import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Head;
import java.util.List;

/** The rows for what compile and fit take beside losses, metrics and optimizers. */
final class FitParity {
  private FitParity() {}

  static List<Parity> rows() {
    return List.of(
        row(
            "loss_weights",
            "1 for each output",
            "lossWeight=" + Head.of(Loss.MEAN_SQUARED_ERROR).lossWeight(),
            "equal; Head.lossWeight"),
        row(
            "several outputs",
            "keys loss, a_loss, a_accuracy ...; a_loss without its weight; one loss is for all",
            "keys loss, a_loss, a_accuracy ...; a_loss without its weight; one loss is for all",
            "one loss also brings its metrics to all outputs (Keras: a list for each); a second"
                + " output of a name gets _1; only the first is served and scored"),
        row(
            "labels of several outputs",
            "an array for each output",
            "the labels for each output, or Model.target",
            "differs: a problem has one set of labels; a target is a function of features and"
                + " labels"),
        row(
            "sample_weight",
            "an array; sum(weight * loss) / batch size; metrics unweighted",
            "a function of features and labels; sum(weight * loss) / batch size; metrics"
                + " unweighted",
            "equal; no weighted_metrics, and validation is never weighted"),
        row(
            "class_weight",
            "a dict; for one output; not together with sample_weight",
            "a map or balanced; for all outputs; multiplies sample weights",
            "equal where Keras takes it"),
        row(
            "summary",
            "title, table, totals; the optimizer's variables after fit",
            "table, totals",
            "the same table as of Sequential; no title, no row of the input, no column"
                + " \"Connected to\", no optimizer's variables"),
        row(
            "names of layers",
            "dense, dense_1 ... in the order in which layers were made",
            "dense, dense_1 ... in the order in which the outputs need them",
            "equal for Sequential and for chains; branches are named as the layer that joins them"
                + " lists them; numbers begin anew in each model"));
  }

  private static Parity row(String name, String keras, String ours, String remark) {
    return new Parity("Compile and fit", name, keras, ours, remark);
  }
}
