package dev.assay.keras;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.layers.GaussianNoise;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.RandomContrast;
import dev.assay.keras.layers.RandomFlip;
import dev.assay.keras.layers.RandomTranslation;
import dev.assay.keras.layers.SpatialDropout2D;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.training.TensorData;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What layers draw at random in training: its share, its spread, and for what it is drawn. */
class NoiseTest {
  private static final int IMAGES = 2000;

  /** Four standard deviations of a share of 1/2. */
  private static final Offset<Double> SHARE = Offset.offset(4 * 0.5 / Math.sqrt(IMAGES));

  /** So many images 1 2 / 3 4 of one channel, or other shapes of these values. */
  private static TensorData images(int height, int width, int channels) {
    double[] values = new double[IMAGES * 4];
    for (int i = 0; i < values.length; i++) {
      values[i] = 1 + i % 4;
    }
    return Fixtures.floats(List.of(IMAGES, height, width, channels), values);
  }

  private static float[] trained(Layer layer, TensorData input) {
    ModelGraph graph = Fixtures.graph(input, layer);
    try (GraphSession session = new GraphSession(graph, graph.manifest().training())) {
      return session.output(Map.of(), input);
    }
  }

  private static double share(float[] output, float... image) {
    int count = 0;
    for (int from = 0; from < output.length; from += 4) {
      count += Arrays.equals(Arrays.copyOfRange(output, from, from + 4), image) ? 1 : 0;
    }
    return (double) count / IMAGES;
  }

  @Test
  void halfOfTheImagesAreMirroredEachWay() {
    float[] horizontal = trained(RandomFlip.of(RandomFlip.Mode.HORIZONTAL), images(2, 2, 1));
    float[] vertical = trained(RandomFlip.of(RandomFlip.Mode.VERTICAL), images(2, 2, 1));
    float[] both = trained(RandomFlip.layer(), images(2, 2, 1));

    assertThat(share(horizontal, 2, 1, 4, 3)).isCloseTo(0.5, SHARE);
    assertThat(share(horizontal, 1, 2, 3, 4)).isEqualTo(1 - share(horizontal, 2, 1, 4, 3));
    assertThat(share(vertical, 3, 4, 1, 2)).isCloseTo(0.5, SHARE);
    assertThat(share(both, 1, 2, 3, 4)).isCloseTo(0.25, SHARE);
    assertThat(share(both, 4, 3, 2, 1)).isCloseTo(0.25, SHARE);
    assertThat(share(both, 2, 1, 4, 3)).isCloseTo(0.25, SHARE);
  }

  @Test
  void spatialDropoutDropsWholeChannels() {
    float[] output = trained(SpatialDropout2D.of(0.25), images(2, 1, 2));

    assertThat(share(output, 0, 0, 0, 0)).isCloseTo(0.0625, SHARE);
    assertThat(share(output, 0, 2 / 0.75f, 0, 4 / 0.75f)).isCloseTo(0.1875, SHARE);
    assertThat(share(output, 1 / 0.75f, 2 / 0.75f, 3 / 0.75f, 4 / 0.75f)).isCloseTo(0.5625, SHARE);
  }

  @Test
  void gaussianNoiseHasItsSpread() {
    TensorData input = images(2, 2, 1);
    float[] output = trained(GaussianNoise.of(0.5), input);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < output.length; i++) {
      double noise = output[i] - (1 + i % 4);
      sum += noise / output.length;
      squares += noise * noise / output.length;
    }

    assertThat(sum).isCloseTo(0, Offset.offset(4 * 0.5 / Math.sqrt(output.length)));
    assertThat(squares).isCloseTo(0.25, Offset.offset(4 * 0.25 * Math.sqrt(2.0 / output.length)));
  }

  @Test
  void factorsAreDrawnForEachImageAndFillTheirRange() {
    float[] contrasts = trained(RandomContrast.of(0.5, 0.25), images(2, 2, 1));
    Set<Float> different = new HashSet<>();
    double least = 2;
    double most = 0;
    for (int from = 0; from < contrasts.length; from += 4) {
      double factor = (contrasts[from + 3] - 2.5) / 1.5;
      different.add(contrasts[from + 3]);
      least = Math.min(least, factor);
      most = Math.max(most, factor);
    }

    assertThat(different).hasSizeGreaterThan(IMAGES / 2);
    assertThat(least).isBetween(0.5, 0.51);
    assertThat(most).isBetween(1.24, 1.25001);
  }

  @Test
  void twoLayersOfAModelDrawDifferently() {
    Layer twice =
        (context, x) ->
            context.call(RandomTranslation.of(1, 1), context.call(RandomFlip.layer(), x));
    float[] first = trained(twice, images(2, 2, 1));
    float[] again = trained(twice, images(2, 2, 1));
    Layer flips =
        (context, x) -> {
          var one = context.call(GaussianNoise.of(1), x);
          return context.tf().math.sub(one, context.call(GaussianNoise.of(1), x));
        };

    assertThat(again).as("the same seed").containsExactly(first);
    assertThat(trained(flips, images(2, 2, 1))).as("different seeds").doesNotContain(0f);
  }
}
