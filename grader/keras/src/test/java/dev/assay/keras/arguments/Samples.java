package dev.assay.keras.arguments;

import dev.assay.keras.activations.Activation;
import dev.assay.keras.activations.ActivationFunction;
import dev.assay.keras.constraints.Constraint;
import dev.assay.keras.constraints.NonNeg;
import dev.assay.keras.ensembles.Members;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.Conv1D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Input;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.MaxPooling2D;
import dev.assay.keras.layers.Node;
import dev.assay.keras.layers.Size;
import dev.assay.keras.layers.Window;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.LabelFunction;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.optimizers.Adam;
import dev.assay.keras.optimizers.Clipping;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.optimizers.Tunable;
import dev.assay.keras.regularizers.L2;
import dev.assay.keras.regularizers.Regularizer;
import dev.assay.keras.schedules.ConstantRate;
import dev.assay.keras.schedules.LearningRateSchedule;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Right arguments, and values of every class that they make. */
final class Samples {
  private static final Model MODEL =
      Sequential.of(Dense.of(2)).compile(Adam.defaults(), Loss.HUBER);

  private static final Map<Class<?>, Object> BY_TYPE =
      Map.ofEntries(
          Map.entry(int.class, 2),
          Map.entry(long.class, 2L),
          Map.entry(float.class, 0.5f),
          Map.entry(double.class, 0.5),
          Map.entry(Float.class, 0.5f),
          Map.entry(Double.class, 0.5),
          Map.entry(boolean.class, false),
          Map.entry(int[].class, new int[] {1}),
          Map.entry(double[].class, new double[] {0.5}),
          Map.entry(String.class, "val_loss"),
          Map.entry(List.class, List.of()),
          Map.entry(Map.class, Map.of()),
          Map.entry(ActivationFunction.class, Activation.RELU),
          Map.entry(Initializer.class, Initializer.ZEROS),
          Map.entry(Regularizer.class, L2.of(0.1)),
          Map.entry(Constraint.class, NonNeg.always()),
          Map.entry(Layer.class, Dense.of(2)),
          Map.entry(Size.class, new Size(1, 1)),
          Map.entry(Window.class, MaxPooling2D.of(2).strides(1, 1).window()),
          Map.entry(LabelFunction.class, LabelFunction.columns(0, 1)),
          Map.entry(Members.class, Members.of(MODEL, MODEL)),
          Map.entry(Node.class, Input.layer()),
          Map.entry(Loss.class, Loss.HUBER),
          Map.entry(Optimizer.class, Adam.defaults()),
          Map.entry(Tunable.class, SGD.defaults()),
          Map.entry(LearningRateSchedule.class, new ConstantRate(0.1)),
          Map.entry(Model.class, MODEL));

  /** Where the samples of the types do not go together. */
  private static final Map<String, Object> BY_PARAMETER =
      Map.ofEntries(
          Map.entry("constraints.MaxNorm.new(axis)", List.of(0)),
          Map.entry("constraints.UnitNorm.new(axis)", List.of(0)),
          Map.entry("constraints.MinMaxNorm.new(axis)", List.of(0)),
          Map.entry("constraints.MinMaxNorm.of(maxValue)", 1.0),
          Map.entry("initializers.RandomUniform.of(maxval)", 1.0),
          Map.entry("initializers.RandomUniform.new(maxval)", 1f),
          Map.entry("layers.Conv1D.new(window)", Conv1D.of(2, 2).window()),
          Map.entry("layers.LayerNormalization.new(axis)", List.of(1)),
          Map.entry("layers.Permute.new(dims)", List.of(1)),
          Map.entry("layers.Reshape.new(target)", List.of(1)),
          Map.entry("layers.RandomContrast.valueRange(high)", 1.0),
          Map.entry("models.LabelFunction.columns(to)", 3),
          Map.entry("models.Model.target(output)", 0),
          Map.entry("ensembles.Members.target(output)", 0),
          Map.entry("optimizers.Clipping.new(kind)", Clipping.Kind.NORM),
          Map.entry("optimizers.Ftrl.new(learningRatePower)", -0.5f),
          Map.entry("optimizers.Ftrl.learningRatePower(power)", -0.5),
          Map.entry("schedules.CosineDecayRestarts.new(tMul)", 2.0),
          Map.entry("schedules.CosineDecayRestarts.tMul(newTMul)", 2.0),
          Map.entry("schedules.PiecewiseConstantDecay.new(values)", List.of(0.5)));

  private Samples() {}

  /** Arguments that the maker takes. */
  static Object[] arguments(Class<?> type, Executable maker) {
    Class<?>[] types = maker.getParameterTypes();
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      Object own = BY_PARAMETER.get(PublicApi.name(type, maker, i));
      arguments[i] = own == null ? value(types[i]) : own;
    }
    return arguments;
  }

  private static @Nullable Object value(Class<?> type) {
    Object known = BY_TYPE.get(type);
    if (known != null) {
      return known;
    }
    if (type.isArray()) {
      return Array.newInstance(type.getComponentType(), 0);
    }
    return type.isEnum() ? type.getEnumConstants()[0] : instance(type);
  }

  /** A value to call a method on. */
  static @Nullable Object instance(Class<?> type) {
    Object known = BY_TYPE.get(type);
    return known == null ? constant(type).or(() -> made(type)).orElse(null) : known;
  }

  private static Optional<Object> constant(Class<?> type) {
    Class<?>[] places = {type, Loss.class, Metric.class, Initializer.class};
    for (Class<?> place : places) {
      for (Field field : place.getFields()) {
        if (Modifier.isStatic(field.getModifiers()) && field.getType() == type) {
          try {
            return Optional.ofNullable(field.get(null));
          } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Object> made(Class<?> type) {
    return PublicApi.makers(type).stream()
        .filter(maker -> maker instanceof Constructor || isFactory(maker, type))
        .sorted(Comparator.comparingInt(Executable::getParameterCount))
        .flatMap(maker -> call(type, maker).stream())
        .findFirst();
  }

  private static boolean isFactory(Executable maker, Class<?> type) {
    return Modifier.isStatic(maker.getModifiers()) && ((Method) maker).getReturnType() == type;
  }

  private static Optional<Object> call(Class<?> type, Executable maker) {
    if (Arrays.asList(maker.getParameterTypes()).contains(type)) {
      return Optional.empty();
    }
    try {
      return Optional.of(invoke(type, maker, arguments(type, maker)));
    } catch (InvocationTargetException | NullPointerException e) {
      return Optional.empty();
    }
  }

  /** Calls a maker, on a sample where it is an instance's. */
  static Object invoke(Class<?> type, Executable maker, Object[] arguments)
      throws InvocationTargetException {
    try {
      return maker instanceof Constructor<?> constructor
          ? constructor.newInstance(arguments)
          : ((Method) maker)
              .invoke(Modifier.isStatic(maker.getModifiers()) ? null : instance(type), arguments);
    } catch (IllegalAccessException | InstantiationException e) {
      throw new IllegalStateException(maker.toString(), e);
    }
  }
}
