package dev.assay.keras.models.tracing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.tensorflow.Graph;

/**
 * Explains why a model has no gradient, for people who do not know C++; TensorFlow's message refers
 * to its sources.
 */
final class NoDerivative {
  private static final Pattern OPERATION = Pattern.compile("No gradient defined for op: (\\w+)");

  /** Operations that draw other numbers each time; those named Stateless draw the same. */
  private static final Pattern DRAW =
      Pattern.compile("(?!Stateless).*(Random|Multinomial|TruncatedNormal).*");

  private static final String CURE =
      "Replace it by other operations, or wrap it in stopGradient if it needs no gradient.";

  private NoDerivative() {}

  /**
   * The exception to throw in place of TensorFlow's.
   *
   * @param graph that the derivatives were to be added to
   */
  static IllegalArgumentException of(RuntimeException e, Graph graph) {
    Matcher operation = OPERATION.matcher(String.valueOf(e.getMessage()));
    if (!operation.find()) {
      return new IllegalArgumentException(
          "The model cannot be trained: %s %s".formatted(e.getMessage(), CURE), e);
    }
    // Without TensorFlow's exception as the cause: its text is that of the link.
    String type = operation.group(1);
    if (!DRAW.matcher(type).matches()) {
      return new IllegalArgumentException(
          "The model cannot be trained: TensorFlow has no gradient for %s. %s"
              .formatted(type, CURE));
    }
    return new IllegalArgumentException(
        isServed(graph, type)
            ? "The model draws random numbers when it predicts (%s): the same example twice gives two outputs. Draw in training only: use Dropout or GaussianNoise, or check context.training() in your own layer."
                .formatted(type)
            : "The model cannot be trained: random numbers (%s) have no gradient. Wrap them in stopGradient."
                .formatted(type));
  }

  private static boolean isServed(Graph graph, String type) {
    return StreamSupport.stream(
            ((Iterable<org.tensorflow.GraphOperation>) graph::operations).spliterator(), false)
        .anyMatch(
            operation ->
                operation.type().equals(type) && operation.name().startsWith(Tracer.SERVING + "/"));
  }
}
