package dev.assay.keras.optimizers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The rule that keeps gradients small.
 *
 * <p>Example:
 *
 * <pre>{@code
 * SGD.defaults().clipValue(0.5).tuning().clipping(); // -> Clipping[kind=VALUE, limit=0.5]
 * descend(SGD.withLearningRate(0.1).clipValue(0.5), 3); // -> [0.95, 0.9, 0.85]
 * error(() -> SGD.defaults().clipValue(0.5).clipNorm(1));
 * // -> Optimizer: only one of clipNorm, clipValue and globalClipNorm can be set. Received:
 * // -> Clipping[kind=VALUE, limit=0.5] and Clipping[kind=NORM, limit=1.0]
 * }</pre>
 *
 * @param kind what is limited
 * @param limit positive; 0 for NONE
 */
public record Clipping(Kind kind, float limit) {
  /** Gradients as they are. */
  public static final Clipping NONE = new Clipping(Kind.NONE, 0);

  /** The quantity that is limited. */
  public enum Kind {
    /** No clipping. */
    NONE,
    /** The magnitude of each number: Keras's {@code clipvalue}. */
    VALUE,
    /** The Euclidean norm of each weight's gradient: Keras's {@code clipnorm}. */
    NORM,
    /** The Euclidean norm of all gradients together: Keras's {@code global_clipnorm}. */
    GLOBAL_NORM
  }

  public Clipping {
    Objects.requireNonNull(kind, "kind must not be null");
    if (kind == Kind.NONE && limit != 0) {
      throw OptimizerArguments.bad("Optimizer", "the limit of no clipping", "0", limit);
    }
    if (kind != Kind.NONE) {
      OptimizerArguments.positive("Optimizer", option(kind), limit);
    }
  }

  private static String option(Kind kind) {
    return switch (kind) {
      case NONE -> "clipping";
      case VALUE -> "clipValue";
      case NORM -> "clipNorm";
      case GLOBAL_NORM -> "globalClipNorm";
    };
  }

  /** Replaces the clipping; as in Keras, only one kind can be set. */
  Clipping replacedBy(Clipping other) {
    if (kind != Kind.NONE && other.kind != Kind.NONE && kind != other.kind) {
      throw new IllegalArgumentException(
          "Optimizer: only one of clipNorm, clipValue and globalClipNorm can be set."
              + " Received: %s and %s".formatted(this, other));
    }
    return other;
  }

  List<Operand<TFloat32>> apply(Ops tf, List<Operand<TFloat32>> gradients) {
    return switch (kind) {
      case NONE -> gradients;
      case VALUE -> map(gradients, g -> value(tf, g));
      case NORM -> map(gradients, g -> tf.math.mul(g, factor(tf, norm(tf, List.of(g)))));
      case GLOBAL_NORM -> {
        Operand<TFloat32> norm = norm(tf, gradients);
        // NaN where the norm is not finite, as in Keras: then no weight stays as it was.
        Operand<TFloat32> factor = tf.math.add(factor(tf, norm), tf.math.sub(norm, norm));
        yield map(gradients, g -> tf.math.mul(g, factor));
      }
    };
  }

  private static List<Operand<TFloat32>> map(
      List<Operand<TFloat32>> gradients, UnaryOperator<Operand<TFloat32>> change) {
    return gradients.stream().map(change).toList();
  }

  private Operand<TFloat32> value(Ops tf, Operand<TFloat32> gradient) {
    return tf.clipByValue(gradient, tf.constant(-limit), tf.constant(limit));
  }

  /** {@code limit / max(norm, limit)}: exactly 1 for a norm that is small enough. */
  private Operand<TFloat32> factor(Ops tf, Operand<TFloat32> norm) {
    Operand<TFloat32> most = tf.constant(limit);
    return tf.math.div(most, tf.math.maximum(norm, most));
  }

  private static Operand<TFloat32> norm(Ops tf, List<Operand<TFloat32>> gradients) {
    List<Operand<TFloat32>> halves = new ArrayList<>();
    gradients.forEach(gradient -> halves.add(tf.nn.l2Loss(gradient)));
    Operand<TFloat32> half = halves.size() == 1 ? halves.get(0) : tf.math.addN(halves);
    return tf.math.sqrt(tf.math.mul(half, tf.constant(2f)));
  }
}
