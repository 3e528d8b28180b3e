package dev.assay.training.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.constraints.Constraint;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.AnyLayer;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.MeanLoss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.regularizers.Regularizer;
import dev.assay.keras.schedules.LearningRateSchedule;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How things are made can be guessed, and their pages list all that they can be told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OptionsTest {
  private static final Path GRADER = Path.of(System.getProperty("assay.home"), "grader");

  /** Words that a method adds to those of every value, and no option. */
  private static final Set<String> NO_OPTIONS = Set.of("call", "apply", "step", "at");

  private final List<ClassDoc> pages = new Docstrings(GRADER).classes();

  private Stream<? extends Class<?>> classes() {
    return pages.stream().map(OptionsTest::load);
  }

  private static Class<?> load(ClassDoc page) {
    try {
      return Class.forName(page.qualifiedName());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> factories(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getReturnType() == type)
        .map(Method::getName)
        .collect(Collectors.toSet());
  }

  private static boolean isMade(Class<?> type, Class<?> family) {
    return family.isAssignableFrom(type) && type.isRecord();
  }

  @Test
  void everyLayerIsMadeByLayerOrOf() {
    List<? extends Class<?>> layers =
        classes().filter(type -> isMade(type, AnyLayer.class)).toList();

    assertThat(layers).hasSizeGreaterThan(45);
    assertThat(layers).allSatisfy(type -> assertThat(factories(type)).containsAnyOf("layer", "of"));
    assertThat(layers)
        .as("A layer that is made by another word is made by one of these for the same arguments")
        .allSatisfy(
            type -> {
              Set<String> others = factories(type);
              others.removeAll(Set.of("layer", "of", "oneHot", "bins"));
              assertThat(others.isEmpty() || factories(type).contains("of")).isTrue();
            });
  }

  @Test
  void everyOptimizerIsMadeByDefaultsOrOfALearningRate() {
    List<? extends Class<?>> optimizers =
        classes().filter(type -> isMade(type, Optimizer.class)).toList();

    assertThat(optimizers).hasSizeGreaterThan(8);
    assertThat(optimizers)
        .allSatisfy(
            type -> assertThat(factories(type)).contains("defaults", "of", "withLearningRate"));
  }

  @Test
  void allElseIsMadeByDefaultsOrOf() {
    List<Class<?>> families =
        List.of(
            Initializer.class,
            Regularizer.class,
            Constraint.class,
            LearningRateSchedule.class,
            dev.assay.keras.callbacks.Callback.class);
    List<? extends Class<?>> made =
        classes()
            .filter(type -> families.stream().anyMatch(family -> isMade(type, family)))
            .toList();

    assertThat(made).hasSizeGreaterThan(25);
    assertThat(made)
        .allSatisfy(type -> assertThat(factories(type)).containsAnyOf("defaults", "of"));
  }

  @Test
  void everyLossAndMetricIsAConstant() {
    Set<Class<?>> constants =
        Stream.of(Loss.class, Metric.class)
            .flatMap(type -> Arrays.stream(type.getFields()))
            .map(java.lang.reflect.Field::getType)
            .collect(Collectors.toSet());
    constants.add(MeanLoss.class);

    assertThat(classes().filter(type -> isMade(type, Loss.class) || isMade(type, Metric.class)))
        .hasSizeGreaterThan(30)
        .allSatisfy(type -> assertThat(constants).contains(type));
  }

  @Test
  void everyPageListsEveryFactoryAndOption() throws IOException {
    List<String> missing = new ArrayList<>();
    int looked = 0;
    for (ClassDoc page : pages) {
      String text = Files.readString(GRADER.resolve("keras/docs").resolve(page.path()));
      for (String call : calls(load(page)).toList()) {
        looked++;
        if (!text.contains("`" + call + "(")) {
          missing.add(page.path() + ": " + call);
        }
      }
    }
    assertThat(missing).as("Factories and options that their page does not list").isEmpty();
    assertThat(looked).isGreaterThan(450);
  }

  /** Factories, and methods that give the same or a changed copy. */
  private static Stream<String> calls(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> type.isRecord() && !method.isSynthetic())
        .filter(method -> !NO_OPTIONS.contains(method.getName()))
        .filter(
            method ->
                Modifier.isStatic(method.getModifiers())
                    ? method.getReturnType() == type
                    : method.getParameterCount() > 0 && isCopy(type, method))
        .map(
            method ->
                (Modifier.isStatic(method.getModifiers()) ? type.getSimpleName() : "")
                    + "."
                    + method.getName())
        .distinct();
  }

  private static boolean isCopy(Class<?> type, Method method) {
    Class<?> made = method.getReturnType();
    boolean ofAParent =
        method.getDeclaringClass().isInterface()
            && method.getDeclaringClass().getName().startsWith("dev.assay.");
    return made == type || (ofAParent && made.isAssignableFrom(type) && made != Object.class);
  }
}
