package dev.assay.keras.arguments;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Numbers that make no sense are refused where they stand: by every constructor, factory and option
 * of every public class, so that a new one cannot be forgotten.
 */
class NumberArgumentsTest {
  private final Set<String> allowed = Allowed.all();
  private final List<String> faults = new ArrayList<>();
  private final Set<String> used = new TreeSet<>();
  private int tried;

  @Test
  void everyNumberThatMakesNoSenseIsRefusedAtConstruction() {
    for (Class<?> type : PublicApi.classes()) {
      for (Executable maker : PublicApi.makers(type)) {
        tryAll(type, maker);
      }
    }
    assertThat(faults).as("Numbers that were taken, or refused without a reason").isEmpty();
    assertThat(used).as("What the table says may be, and is taken").isEqualTo(allowed);
    assertThat(tried).as("Numbers that were tried").isGreaterThan(700);
  }

  private void tryAll(Class<?> type, Executable maker) {
    Class<?>[] types = maker.getParameterTypes();
    boolean numbers = Arrays.stream(types).anyMatch(one -> !BadNumbers.of(one).isEmpty());
    if (numbers && hasSamples(type, maker)) {
      for (int i = 0; i < types.length; i++) {
        for (Map.Entry<Object, String> bad : BadNumbers.of(types[i]).entrySet()) {
          tryOne(type, maker, i, bad.getKey(), bad.getValue());
        }
      }
    }
  }

  private boolean hasSamples(Class<?> type, Executable maker) {
    try {
      Samples.invoke(type, maker, Samples.arguments(type, maker));
      return true;
    } catch (InvocationTargetException | NullPointerException e) {
      faults.add("no sample for %s: %s".formatted(maker.toGenericString(), cause(e)));
      return false;
    }
  }

  private void tryOne(Class<?> type, Executable maker, int parameter, Object bad, String kind) {
    tried++;
    String name = PublicApi.name(type, maker, parameter);
    Object[] arguments = Samples.arguments(type, maker);
    arguments[parameter] = bad;
    try {
      Samples.invoke(type, maker, arguments);
      if (allowed.contains(name + " " + kind)) {
        used.add(name + " " + kind);
      } else {
        faults.add("%s takes %s".formatted(name, BadNumbers.show(bad)));
      }
    } catch (InvocationTargetException e) {
      if (!(e.getCause() instanceof IllegalArgumentException)
          || !String.valueOf(e.getCause().getMessage()).contains("Received: ")) {
        faults.add("%s of %s: %s".formatted(name, BadNumbers.show(bad), cause(e)));
      }
    }
  }

  private static String cause(Exception e) {
    return String.valueOf(e.getCause() == null ? e : e.getCause());
  }
}
