package dev.assay.keras.models.tracing;

import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.TensorSpec;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.ndarray.Shape;

/** Adds the place to exceptions that arise in layers, and leaves their types as they are. */
final class LayerFaults {
  private LayerFaults() {}

  /**
   * The exception with its place: in its message where it is one that our layers or TensorFlow's
   * operations throw, else as a suppressed exception beside it.
   */
  static RuntimeException named(RuntimeException e, String place, List<Shape> inputs) {
    if (e.getClass() == IllegalArgumentException.class) {
      return inPlaceOf(e, new IllegalArgumentException(message(e, place, inputs), e.getCause()));
    }
    if (e.getClass() == TFInvalidArgumentException.class) {
      return inPlaceOf(e, new TFInvalidArgumentException(message(e, place, inputs)));
    }
    e.addSuppressed(new Place(place, inputs));
    return e;
  }

  private static RuntimeException inPlaceOf(RuntimeException e, RuntimeException named) {
    named.setStackTrace(e.getStackTrace());
    Arrays.stream(e.getSuppressed()).forEach(named::addSuppressed);
    return named;
  }

  private static String message(RuntimeException e, String place, List<Shape> inputs) {
    String message = String.valueOf(e.getMessage());
    if (inputs.stream().allMatch(shape -> message.contains(show(shape)))) {
      return "%s: %s".formatted(place, message);
    }
    String end = message.endsWith(".") ? "" : ".";
    return "%s: %s%s %s".formatted(place, message, end, received(inputs));
  }

  private static String received(List<Shape> inputs) {
    String shapes = inputs.stream().map(LayerFaults::show).collect(Collectors.joining(", "));
    return "Received input shape%s %s".formatted(inputs.size() == 1 ? "" : "s", shapes);
  }

  private static String show(Shape shape) {
    return shape.isUnknown() || shape.numDimensions() == 0
        ? shape.toString()
        : TensorSpec.ofBatch(ElementType.FLOAT32, shape).show();
  }

  /** The layer at which an exception arose whose message cannot be changed. */
  private static final class Place extends RuntimeException {
    private static final long serialVersionUID = 1;

    Place(String place, List<Shape> inputs) {
      super("%s. %s".formatted(place, received(inputs)), null, false, false);
    }
  }
}
