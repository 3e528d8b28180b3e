package dev.assay.keras.layers;

/**
 * The rules by which a moved image gets its pixels.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Filling.defaults(); // -> Filling[mode=REFLECT, interpolation=BILINEAR, value=0.0]
 * RandomRotation.of(0.1).fillMode(FillMode.NEAREST).filling();
 * // -> Filling[mode=NEAREST, interpolation=BILINEAR, value=0.0]
 * }</pre>
 *
 * @param mode how the area outside the image is filled; default {@link FillMode#REFLECT}
 * @param interpolation how values between pixels are computed; default {@link
 *     Interpolation#BILINEAR}
 * @param value for {@link FillMode#CONSTANT}, finite; default 0
 */
public record Filling(FillMode mode, Interpolation interpolation, float value) {
  public Filling {
    LayerArguments.finite("Filling", "value", value);
  }

  public static Filling defaults() {
    return new Filling(FillMode.REFLECT, Interpolation.BILINEAR, 0);
  }

  Filling mode(FillMode newMode) {
    return new Filling(newMode, interpolation, value);
  }

  Filling interpolation(Interpolation newInterpolation) {
    return new Filling(mode, newInterpolation, value);
  }

  Filling value(double newValue) {
    return new Filling(mode, interpolation, (float) newValue);
  }
}
