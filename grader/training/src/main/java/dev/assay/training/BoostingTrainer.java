package dev.assay.training;

import dev.assay.keras.ensembles.Boosting;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.training.boosting.AdaBoostR2;
import dev.assay.training.boosting.BoostingRound;
import dev.assay.training.boosting.ExampleWeights;
import dev.assay.training.boosting.Samme;
import dev.assay.training.session.Objective;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Trains the members of a boosted ensemble in turn, and finds their votes. */
final class BoostingTrainer {
  /** Trains one member. */
  @FunctionalInterface
  interface MemberTrainer {
    /**
     * Trains on all examples.
     *
     * @param member from 0
     * @param data the training set with the weights of this round
     */
    EnsembleTrainer.Trained train(int member, Labelled data) throws IOException;
  }

  private final Fitter fit;
  private final Boosting plan;
  private final List<Manifest> members;
  private final Loss loss;
  private final int outputs;
  private final float[] votes;
  private final Map<String, float[]> weights = new LinkedHashMap<>();
  private final Map<String, float[]> initial = new LinkedHashMap<>();

  BoostingTrainer(Fitter fit, Boosting plan) {
    this.fit = fit;
    this.plan = plan;
    members = fit.graph().parts().members();
    loss = fit.graph().manifest().compilation().loss();
    outputs = Objective.outputs(fit.graph().manifest());
    votes = new float[members.size()];
  }

  /**
   * Trains until all members are there or one ends it.
   *
   * @return whether no training diverged
   */
  boolean run(MemberTrainer trainer) throws IOException {
    ExampleWeights current = ExampleWeights.of(fit.train());
    int member = 0;
    boolean last = false;
    while (!last) {
      EnsembleTrainer.Trained trained = trainer.train(member, current.on(fit.train()));
      if (trained.diverged()) {
        return false;
      }
      weights.putAll(trained.weights());
      initial.putAll(trained.initial());
      BoostingRound round = judge(member, trained.weights(), current);
      // Without any vote there would be no ensemble.
      votes[member] = member == 0 && round.vote() == 0 ? 1 : (float) round.vote();
      current = round.weights();
      member++;
      last = round.last() || member == members.size();
    }
    for (int absent = member; absent < members.size(); absent++) {
      copy(member - 1, absent);
    }
    addVotes();
    return true;
  }

  /** The weights of all members and their votes; of untrained members copies of the last one's. */
  Map<String, float[]> weights() {
    return weights;
  }

  /** The weights that training began with. */
  Map<String, float[]> initial() {
    return initial;
  }

  private BoostingRound judge(int member, Map<String, float[]> trained, ExampleWeights current) {
    try (Predictor predictor =
        new Predictor(fit.graph().part(members.get(member)), trained, fit.options().threads())) {
      float[] predicted = predictor.predict(fit.train().features());
      return Boosting.isOfClasses(loss, outputs)
          ? new Samme(Math.max(2, outputs), plan.learningRate()).round(wrong(predicted), current)
          : new AdaBoostR2(plan.loss(), plan.learningRate()).round(errors(predicted), current);
    }
  }

  private double[] errors(float[] predicted) {
    double[] errors = new double[predicted.length];
    Arrays.setAll(
        errors, row -> Math.abs((double) predicted[row] - fit.train().labels().row(row)[0]));
    return errors;
  }

  private boolean[] wrong(float[] predicted) {
    int rows = fit.train().size();
    int[] classes = Predictions.of(predicted, rows).classes(loss.outputs().threshold());
    boolean[] wrong = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      wrong[row] = classes[row] != classOf(fit.train().labels(), row);
    }
    return wrong;
  }

  /** The class of a label: a number, 0 or 1, or the place of the 1 in a vector. */
  private int classOf(TensorData labels, int row) {
    float[] label = labels.row(row);
    if (label.length > 1) {
      return Predictions.of(label, 1).classes(0.5f)[0];
    }
    return outputs == 1 ? (label[0] >= 0.5f ? 1 : 0) : (int) label[0];
  }

  private void copy(int from, int to) {
    List<WeightSpec> source = members.get(from).weights();
    List<WeightSpec> target = members.get(to).weights();
    for (int i = 0; i < source.size(); i++) {
      String name = source.get(i).name();
      weights.put(target.get(i).name(), Objects.requireNonNull(weights.get(name)));
      initial.put(target.get(i).name(), Objects.requireNonNull(initial.get(name)));
    }
  }

  private void addVotes() {
    Manifest combiner = Objects.requireNonNull(fit.graph().parts().combiner(), "combiner");
    String name = combiner.weights().get(0).name();
    float[] equal = new float[votes.length];
    Arrays.fill(equal, 1);
    weights.put(name, votes);
    initial.put(name, equal);
  }
}
