package dev.assay.keras.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.callbacks.Callback;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.schedules.ConstantRate;
import dev.assay.keras.schedules.LearningRateSchedule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OptimizerParityTest {
  @Test
  void everyClassHasALine() {
    List<String> names = OptimizerParity.rows().stream().map(Parity::name).toList();

    assertThat(names)
        .doesNotHaveDuplicates()
        .containsAll(
            Stream.of(Optimizer.class, LearningRateSchedule.class, Callback.class)
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .filter(type -> type != ConstantRate.class)
                .map(Class::getSimpleName)
                .toList());
  }

  /** Numbers that both sides have must be the same, whatever the remark says. */
  @Test
  void ourDefaultsAreThoseOfKeras() {
    for (Parity row : OptimizerParity.rows()) {
      Map<String, Double> keras = numbers(row.keras().replace("_", ""));
      Map<String, Double> ours = numbers(row.ours());
      keras.keySet().retainAll(ours.keySet());
      ours.keySet().retainAll(keras.keySet());
      assertThat(ours).as(row.name()).isEqualTo(keras);
      if (row.family().equals("Optimizers") && row.remark().startsWith("equal")) {
        assertThat(ours).as(row.name()).containsKey("learningrate").hasSizeGreaterThan(1);
      }
    }
  }

  private static Map<String, Double> numbers(String defaults) {
    Map<String, Double> numbers = new TreeMap<>();
    for (String part : defaults.split(", ", -1)) {
      String[] sides = part.split("=", 2);
      if (sides.length == 2 && sides[1].matches("-?[0-9][0-9.eE-]*")) {
        numbers.put(sides[0].toLowerCase(Locale.ROOT), Double.valueOf(sides[1]));
      }
    }
    return numbers;
  }
}
