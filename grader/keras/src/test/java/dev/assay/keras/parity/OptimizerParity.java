package dev.assay.keras.parity;

import static dev.assay.keras.parity.Parity.EQUAL;

import dev.assay.keras.callbacks.CSVLogger;
import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.callbacks.LearningRateScheduler;
import dev.assay.keras.callbacks.ModelCheckpoint;
import dev.assay.keras.callbacks.ReduceLROnPlateau;
import dev.assay.keras.callbacks.TerminateOnNaN;
import dev.assay.keras.optimizers.Adadelta;
import dev.assay.keras.optimizers.Adagrad;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.optimizers.AdamW;
import dev.assay.keras.optimizers.Adamax;
import dev.assay.keras.optimizers.Ftrl;
import dev.assay.keras.optimizers.Nadam;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.optimizers.RMSprop;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.optimizers.Tuning;
import dev.assay.keras.schedules.ConstantRate;
import dev.assay.keras.schedules.CosineDecay;
import dev.assay.keras.schedules.CosineDecayRestarts;
import dev.assay.keras.schedules.ExponentialDecay;
import dev.assay.keras.schedules.InverseTimeDecay;
import dev.assay.keras.schedules.PiecewiseConstantDecay;
import dev.assay.keras.schedules.PolynomialDecay;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Optimizers, schedules and callbacks beside those of Keras 3. */
final class OptimizerParity {
  private static final String BASE =
      ", weight_decay=None, clipnorm=None, clipvalue=None," + " global_clipnorm=None";
  private static final String DOUBLES = "equal; computed in double precision, Keras's in float32";

  private OptimizerParity() {}

  static List<Parity> rows() {
    return Stream.of(optimizers(), schedules(), callbacks(), leftOut())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Parity> optimizers() {
    String adam = "learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-07";
    return List.of(
        optimizer(
            SGD.defaults(),
            "learning_rate=0.01, momentum=0.0, nesterov=False" + BASE,
            "equal; a momentum of 1 is an error here"),
        optimizer(Adam.defaults(), adam + ", amsgrad=False" + BASE, EQUAL),
        optimizer(
            AdamW.defaults(),
            adam + ", amsgrad=False" + BASE.replace("weight_decay=None", "weight_decay=0.004"),
            EQUAL),
        optimizer(Adamax.defaults(), adam + BASE, EQUAL),
        optimizer(Nadam.defaults(), adam + BASE, EQUAL),
        optimizer(
            RMSprop.defaults(),
            "learning_rate=0.001, rho=0.9, momentum=0.0, epsilon=1e-07, centered=False" + BASE,
            EQUAL),
        optimizer(
            Adagrad.defaults(),
            "learning_rate=0.001, initial_accumulator_value=0.1, epsilon=1e-07" + BASE,
            EQUAL),
        optimizer(
            Adadelta.defaults(), "learning_rate=0.001, rho=0.95, epsilon=1e-07" + BASE, EQUAL),
        optimizer(
            Ftrl.defaults(),
            "learning_rate=0.001, learning_rate_power=-0.5, initial_accumulator_value=0.1,"
                + " l1_regularization_strength=0.0, l2_regularization_strength=0.0,"
                + " l2_shrinkage_regularization_strength=0.0, beta=0.0"
                + BASE,
            EQUAL));
  }

  private static List<Parity> schedules() {
    return List.of(
        schedule(
            ExponentialDecay.of(0.1, 10, 0.5),
            "initial_learning_rate=0.1, decay_steps=10, decay_rate=0.5, staircase=False",
            DOUBLES),
        schedule(
            InverseTimeDecay.of(0.1, 10, 0.5),
            "initial_learning_rate=0.1, decay_steps=10, decay_rate=0.5, staircase=False",
            DOUBLES),
        schedule(
            PolynomialDecay.of(0.1, 10),
            "initial_learning_rate=0.1, decay_steps=10, end_learning_rate=0.0001, power=1.0,"
                + " cycle=False",
            DOUBLES),
        schedule(
            PiecewiseConstantDecay.startingAt(0.1).after(10, 0.05),
            "boundaries=[10], values=[0.1, 0.05]",
            DOUBLES),
        schedule(
            CosineDecay.of(0.1, 10),
            "initial_learning_rate=0.1, decay_steps=10, alpha=0.0, warmup_target=None,"
                + " warmup_steps=0",
            DOUBLES),
        schedule(
            CosineDecayRestarts.of(0.1, 10),
            "initial_learning_rate=0.1, first_decay_steps=10, t_mul=2.0, m_mul=1.0, alpha=0.0",
            "equal where t_mul is at least 1, which is required here; restarts are counted, where"
                + " Keras's quotient of logarithms can be a step late"));
  }

  private static List<Parity> callbacks() {
    return List.of(
        callback(
            EarlyStopping.on("val_loss"),
            "monitor=val_loss, min_delta=0, patience=0, mode=auto, baseline=None,"
                + " restore_best_weights=False, start_from_epoch=0",
            "equal; no mode: the direction follows from the key, and a ModelCheckpoint goes before"
                + " restoreBestWeights"),
        callback(
            ReduceLROnPlateau.on("val_loss"),
            "monitor=val_loss, factor=0.1, patience=10, mode=auto, min_delta=0.0001, cooldown=0,"
                + " min_lr=0.0",
            "equal; no mode: the direction follows from the key"),
        callback(
            LearningRateScheduler.of(new ConstantRate(0.1)),
            "schedule",
            "takes a schedule over epochs, as data, in place of a function"),
        callback(TerminateOnNaN.always(), "raise_error=False", "always in force, declared or not"),
        callback(
            ModelCheckpoint.best("val_loss"),
            "filepath, monitor=val_loss, save_best_only=False, save_weights_only=False, mode=auto,"
                + " save_freq=epoch, initial_value_threshold=None",
            "says which epoch is graded: always the best; the grader keeps the file"),
        new Parity(
            "Callbacks",
            "CSVLogger",
            "filename, separator=',', append=False",
            "filename, separator='%s', append=%s"
                .formatted(
                    CSVLogger.to("a").separator(), CSVLogger.to("a").append() ? "True" : "False"),
            "equal; a plain file name, written beside the result when training has ended"));
  }

  private static List<Parity> leftOut() {
    return Stream.of("use_ema", "loss_scale_factor", "gradient_accumulation_steps")
        .map(
            argument ->
                new Parity(
                    "Optimizers",
                    "every optimizer: " + argument,
                    argument.equals("use_ema") ? "False" : "None",
                    "none",
                    "not there yet"))
        .toList();
  }

  private static Parity optimizer(Optimizer ours, String keras, String remark) {
    return row("Optimizers", (Record) ours, keras, remark);
  }

  private static Parity schedule(Record ours, String keras, String remark) {
    return row("Learning-rate schedules", ours, keras, remark);
  }

  private static Parity callback(Record ours, String keras, String remark) {
    return row("Callbacks", ours, keras, remark);
  }

  private static Parity row(String family, Record ours, String keras, String remark) {
    return new Parity(
        family, ours.getClass().getSimpleName(), keras, String.join(", ", show(ours)), remark);
  }

  /** The components' values, with those of what every optimizer has. */
  private static List<String> show(Record settings) {
    Set<Class<?>> inlined = Set.of(Adam.class, Tuning.class, ConstantRate.class);
    List<String> shown = new ArrayList<>();
    for (RecordComponent component : settings.getClass().getRecordComponents()) {
      Object value = value(settings, component);
      if (value instanceof Record part && inlined.contains(part.getClass())) {
        shown.addAll(show(part));
      } else {
        shown.add(component.getName() + "=" + value);
      }
    }
    return shown;
  }

  private static Object value(Record settings, RecordComponent component) {
    try {
      Object value = component.getAccessor().invoke(settings);
      return value == null ? "null" : value;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
