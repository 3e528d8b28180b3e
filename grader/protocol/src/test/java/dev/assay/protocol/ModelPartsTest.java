package dev.assay.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.callbacks.CSVLogger;
import dev.assay.keras.callbacks.Callback;
import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.callbacks.LearningRateScheduler;
import dev.assay.keras.callbacks.ModelCheckpoint;
import dev.assay.keras.callbacks.ReduceLROnPlateau;
import dev.assay.keras.callbacks.TerminateOnNaN;
import dev.assay.keras.constraints.Constraint;
import dev.assay.keras.constraints.MaxNorm;
import dev.assay.keras.constraints.MinMaxNorm;
import dev.assay.keras.constraints.NonNeg;
import dev.assay.keras.constraints.UnitNorm;
import dev.assay.keras.ensembles.BoostingLoss;
import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.initializers.Constant;
import dev.assay.keras.initializers.Identity;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.initializers.Orthogonal;
import dev.assay.keras.initializers.RandomNormal;
import dev.assay.keras.initializers.RandomUniform;
import dev.assay.keras.initializers.TruncatedNormal;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.manifest.Adaptation;
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
import dev.assay.keras.schedules.ConstantRate;
import dev.assay.keras.schedules.CosineDecay;
import dev.assay.keras.schedules.CosineDecayRestarts;
import dev.assay.keras.schedules.ExponentialDecay;
import dev.assay.keras.schedules.InverseTimeDecay;
import dev.assay.keras.schedules.LearningRateSchedule;
import dev.assay.keras.schedules.PiecewiseConstantDecay;
import dev.assay.keras.schedules.PolynomialDecay;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a model may be made of crosses to the trainer as it is, and no kind is forgotten here. */
class ModelPartsTest {
  private static final LearningRateSchedule DECAY = new ExponentialDecay(0.1, 10, 0.5, true);

  private static final Map<Class<?>, List<?>> PARTS =
      Map.of(
          Loss.class,
          constants(Loss.class),
          Metric.class,
          constants(Metric.class),
          Initializer.class,
          List.of(
              new Constant(0.5f),
              new Identity(2),
              new Orthogonal(1),
              new RandomNormal(0, 0.1f),
              new RandomUniform(-1, 1),
              new TruncatedNormal(0, 0.2f),
              Initializer.HE_NORMAL),
          Constraint.class,
          List.of(
              MaxNorm.of(3).axis(0, 1, 2),
              MinMaxNorm.of(0.5, 2).rate(0.5),
              NonNeg.always(),
              UnitNorm.defaults()),
          Adaptation.class,
          List.of(
              new Adaptation.Moments("serving/x", "normalization/mean", "normalization/variance"),
              new Adaptation.Quantiles("serving/x", "discretization/boundaries")),
          Optimizer.class,
          List.of(
              Adadelta.defaults(),
              Adagrad.defaults(),
              Adam.defaults().learningRate(DECAY).clipNorm(1),
              AdamW.defaults(),
              Adamax.defaults(),
              Ftrl.defaults(),
              Nadam.defaults(),
              RMSprop.defaults(),
              SGD.withLearningRate(0.1).momentum(0.9).nesterov(true)),
          LearningRateSchedule.class,
          List.of(
              new ConstantRate(0.1),
              new CosineDecay(0.1, 10, 0.01, 0.2, 3),
              new CosineDecayRestarts(0.1, 10, 2, 1, 0),
              DECAY,
              new InverseTimeDecay(0.1, 10, 0.5, false),
              new PiecewiseConstantDecay(List.of(5L), List.of(0.1, 0.01)),
              new PolynomialDecay(0.1, 10, 0.001, 2, true)),
          Ensemble.class,
          List.of(
              Ensemble.NONE,
              Ensemble.bagging(5),
              Ensemble.boosting(4).learningRate(0.5).loss(BoostingLoss.EXPONENTIAL),
              Ensemble.stacking(3)),
          Callback.class,
          List.of(
              CSVLogger.to("training.csv").separator(";").append(true),
              EarlyStopping.on("val_loss").patience(3),
              new LearningRateScheduler(DECAY),
              ModelCheckpoint.best("val_accuracy"),
              ReduceLROnPlateau.on("val_loss"),
              new TerminateOnNaN()));

  /** The constants of an interface that are of its kind. */
  private static List<?> constants(Class<?> kind) {
    return Arrays.stream(kind.getFields())
        .filter(field -> kind.isAssignableFrom(field.getType()))
        .map(
            field -> {
              try {
                return field.get(null);
              } catch (IllegalAccessException e) {
                throw new AssertionError(e);
              }
            })
        .toList();
  }

  @Test
  void everyPartComesBackEqual() {
    PARTS.forEach(
        (kind, parts) -> {
          for (Object part : parts) {
            assertThat((Object) Json.read(Json.write(part), kind)).isEqualTo(part);
          }
        });
  }

  @Test
  void noKindOfPartIsForgotten() {
    PARTS.forEach(
        (kind, parts) -> {
          Set<Class<?>> tried = parts.stream().map(Object::getClass).collect(Collectors.toSet());
          assertThat(tried)
              .containsExactlyInAnyOrder(
                  Arrays.stream(kind.getPermittedSubclasses()).toArray(Class<?>[]::new));
        });
  }
}
