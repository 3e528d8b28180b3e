package dev.assay.similarity.simulated;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A way of answering that many students share, since they learned from the same lecture, page or
 * book: an architecture, a style, sentences and usual numbers.
 */
final class Family {
  private static final List<Double> UNITS = List.of(8.0, 16.0, 32.0, 64.0, 128.0);
  private static final List<Double> SHARES = List.of(0.1, 0.2, 0.25, 0.3, 0.5);
  private static final List<Double> RATES = List.of(0.001, 0.01, 0.003, 0.005, 0.0005);
  private static final List<Double> EPOCHS = List.of(50.0, 100.0, 200.0, 300.0);
  private static final List<Double> BATCHES = List.of(8.0, 16.0, 32.0);
  private static final List<Double> PATIENCES = List.of(5.0, 10.0, 15.0, 20.0);
  private static final List<String> ACTIVATIONS = List.of("RELU", "TANH", "ELU", "SELU", "GELU");

  private final Draft.Style style;
  private final List<String> skeleton = new ArrayList<>();
  private final String optimizer;
  private final List<String> callbacks = new ArrayList<>();
  private final List<String> comments = new ArrayList<>();
  private final List<String> habits = new ArrayList<>();
  private final double units;
  private final double rate;

  Family(Random random) {
    Words words = new Words(random);
    style = List.of(Draft.Style.values()).get(random.nextInt(Draft.Style.values().length));
    String activation = words.pick(ACTIVATIONS);
    skeleton.add("Normalization.layer()");
    int depth = 1 + random.nextInt(3);
    for (int i = 0; i < depth; i++) {
      skeleton.add("Dense.of(UNITS).activation(" + activation + ")" + regularizer(words));
      if (words.chance(0.3)) {
        skeleton.add(
            words.pick(
                List.of(
                    "Dropout.of(SHARE)", "BatchNormalization.layer()", "GaussianNoise.of(SHARE)")));
      }
    }
    skeleton.add("Dense.of(spec.classes()).activation(SOFTMAX)");
    optimizer =
        words.pick(
            List.of(
                "Adam.withLearningRate(RATE)",
                "Sgd.withLearningRate(RATE).momentum(SHARE)",
                "RmsProp.withLearningRate(RATE)",
                "AdamW.withLearningRate(RATE).weightDecay(SHARE)"));
    callbacks.add("EarlyStopping.on(\"val_loss\").patience(PATIENCE)");
    callbacks.add("ModelCheckpoint.best(\"val_loss\")");
    if (words.chance(0.4)) {
      callbacks.add("ReduceLearningRate.on(\"val_loss\").factor(SHARE).patience(PATIENCE)");
    }
    for (int i = 0; i < 4; i++) {
      comments.add(words.comment());
    }
    for (int i = 0; i < 3; i++) {
      habits.add(Quirks.statement(words));
    }
    units = UNITS.get(random.nextInt(UNITS.size()));
    rate = RATES.get(random.nextInt(RATES.size()));
  }

  private static String regularizer(Words words) {
    return words.chance(0.2) ? ".kernelRegularizer(L2.of(SHARE))" : "";
  }

  /** An answer of somebody who learned this way and worked alone. */
  Draft member(Random random) {
    Words words = new Words(random);
    List<String> layers = new ArrayList<>();
    for (String layer : skeleton) {
      layers.add(layer);
      if (words.chance(0.08)) {
        layers.add(
            words.pick(
                List.of(
                    "Dropout.of(SHARE)", "GaussianNoise.of(SHARE)", "LayerNormalization.layer()")));
      }
    }
    layers.replaceAll(layer -> filled(layer, words));
    List<String> own = new ArrayList<>(callbacks);
    if (words.chance(0.15)) {
      own.add("TerminateOnNaN.now()");
    }
    own.replaceAll(callback -> filled(callback, words));
    List<String> said = new ArrayList<>();
    for (String comment : comments) {
      said.add(words.chance(0.6) ? comment : words.comment());
    }
    List<String> statements = new ArrayList<>();
    habits.stream().filter(habit -> words.chance(0.5)).forEach(habit -> statements.add(habit));
    for (int quirks = 1 + random.nextInt(3); quirks > 0; quirks--) {
      statements.add(Quirks.statement(words));
      said.add(words.comment());
    }
    Collections.shuffle(statements, random);
    statements.replaceAll(statement -> filled(statement, words));
    List<String> helpers = new ArrayList<>();
    while (words.chance(0.35)) {
      helpers.add(filled(Quirks.helper(words), words));
    }
    List<String> links = new ArrayList<>(List.of(".epochs(EPOCHS)", ".batchSize(BATCH)"));
    links.replaceAll(link -> filled(link, words));
    return new Draft(
        style, layers, filled(optimizer, words), links, own, statements, helpers, said);
  }

  /** Puts numbers into a part: the family's, usual ones and odd ones. */
  private String filled(String part, Words words) {
    String text = part;
    while (text.contains("UNITS")) {
      String number = words.chance(0.4) ? Words.mark(units) : words.number(UNITS, 0.35);
      text = text.replaceFirst("UNITS", number);
    }
    String step = words.chance(0.4) ? Words.mark(rate) : words.number(RATES, 0.3);
    return text.replace("RATE", step)
        .replace("SHARE", words.number(SHARES, 0.25))
        .replace("EPOCHS", words.number(EPOCHS, 0.3))
        .replace("BATCH", words.number(BATCHES, 0.2))
        .replace("PATIENCE", words.number(PATIENCES, 0.25));
  }
}
