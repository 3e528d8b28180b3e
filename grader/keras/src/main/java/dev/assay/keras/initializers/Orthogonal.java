package dev.assay.keras.initializers;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A random matrix with orthogonal columns (or rows, where there are fewer of them) of length {@code
 * gain}, as Keras's {@code Orthogonal}; Saxe et al., 2014.
 *
 * <p>A weight of more axes is a matrix whose columns are its last axis. Where Keras takes the QR
 * decomposition of a normal matrix with a positive diagonal of R, this is Gram and Schmidt's
 * method, which gives the same.
 *
 * <p>Example:
 *
 * <pre>{@code
 * draw(Orthogonal.defaults(), 2, 2); // -> [[-0.013705, 0.99991], [-0.99991, -0.013705]]
 * error(() -> draw(Orthogonal.defaults(), 3));
 * // -> Orthogonal: the weight needs at least two axes. Received: shape [3]
 * }</pre>
 *
 * @param gain finite; default 1
 */
public record Orthogonal(float gain) implements Initializer {
  public Orthogonal {
    InitializerArguments.finite("Orthogonal", "gain", gain);
  }

  /** Creates the initializer with a gain. */
  public static Orthogonal of(double gain) {
    return new Orthogonal((float) gain);
  }

  /** Creates the initializer with Keras's default. */
  public static Orthogonal defaults() {
    return new Orthogonal(1);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException for a shape with fewer than two axes
   */
  @Override
  public float[] values(List<Integer> shape, long seed) {
    if (shape.size() < 2) {
      throw new IllegalArgumentException(
          "Orthogonal: the weight needs at least two axes. Received: shape " + shape);
    }
    int columns = shape.get(shape.size() - 1);
    int rows = Initializer.size(shape) / columns;
    double[][] basis =
        basis(Math.min(rows, columns), Math.max(rows, columns), new SplittableRandom(seed));
    float[] values = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double value = rows < columns ? basis[row][column] : basis[column][row];
        values[row * columns + column] = (float) (gain * value);
      }
    }
    return values;
  }

  /** Returns orthonormal vectors; orthogonalising each one twice is accurate enough. */
  private static double[][] basis(int count, int length, SplittableRandom random) {
    double[][] basis = new double[count][length];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < length; j++) {
        basis[i][j] = Normals.standard(random);
      }
      for (int pass = 0; pass < 2; pass++) {
        for (int earlier = 0; earlier < i; earlier++) {
          add(basis[i], -dot(basis[i], basis[earlier]), basis[earlier]);
        }
        double norm = Math.sqrt(dot(basis[i], basis[i]));
        add(basis[i], 1 / norm - 1, basis[i].clone());
      }
    }
    return basis;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double[] to, double factor, double[] vector) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * vector[i];
    }
  }
}
