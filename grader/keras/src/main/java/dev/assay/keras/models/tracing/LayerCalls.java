package dev.assay.keras.models.tracing;

import dev.assay.keras.layers.AnyLayer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The layers that are being called, one inside the other, and those that were. */
final class LayerCalls {
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<Called> called = new ArrayList<>();
  private final IdentityHashMap<Operand<TFloat32>, String> makers = new IdentityHashMap<>();
  private int ofTheModel;
  private @Nullable RuntimeException named;

  /**
   * A layer that is being called, with the scope of its operations.
   *
   * @param name in the graph
   * @param shown the name that people see
   */
  record Open(AnyLayer layer, String name, String shown, Ops scope) {
    private String show() {
      return "%s (%s)".formatted(shown, layer.type());
    }
  }

  /** A layer with the name that people see, and what it returned first. */
  record Called(AnyLayer layer, String name, Operand<TFloat32> output) {}

  /** Runs a layer's call; an exception then says in which layer it arose. */
  Operand<TFloat32> call(
      Open layer, List<Operand<TFloat32>> inputs, Supplier<Operand<TFloat32>> body) {
    if (open.isEmpty()) {
      ofTheModel++;
    }
    open.push(layer);
    try {
      Operand<TFloat32> output = body.get();
      if (output == null) {
        throw new IllegalArgumentException("Layer %s returned null.".formatted(layer.shown()));
      }
      if (open.size() == 1) {
        makers.putIfAbsent(output, layer.name());
      }
      if (called.stream().noneMatch(earlier -> earlier.layer() == layer.layer())) {
        called.add(new Called(layer.layer(), layer.shown(), output));
      }
      return output;
    } catch (RuntimeException e) {
      throw e == named ? e : named(e, inputs);
    } finally {
      open.pop();
    }
  }

  private RuntimeException named(RuntimeException e, List<Operand<TFloat32>> inputs) {
    named = LayerFaults.named(e, place(), inputs.stream().map(Operand::shape).toList());
    return named;
  }

  /** The innermost layer, those around it, and the outermost's number. */
  private String place() {
    Iterator<Open> layers = open.iterator();
    StringBuilder place = new StringBuilder("Layer ").append(layers.next().show());
    layers.forEachRemaining(around -> place.append(" in ").append(around.show()));
    return place.append(", the ").append(ordinal(ofTheModel)).append(" of the model").toString();
  }

  private static String ordinal(int number) {
    int tens = number / 10 % 10;
    String ending =
        switch (tens == 1 ? 0 : number % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
    return number + ending;
  }

  /** The layer whose operations and weights are being added. */
  @Nullable Open current() {
    return open.peek();
  }

  /** The name of the layer that made a value: of one within another the outer one. */
  Optional<String> makerOf(Operand<TFloat32> value) {
    return Optional.ofNullable(makers.get(value));
  }

  /** Returns each layer once, in the order in which the calls returned. */
  List<Called> called() {
    return called;
  }
}
