package dev.assay.training;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.assay.keras.Fixtures;
import dev.assay.keras.LayerCase;
import dev.assay.keras.models.flops.Flops;
import dev.assay.keras.models.tracing.ModelGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayerFlopsTest {
  @ParameterizedTest
  @MethodSource({
    "dev.assay.keras.LayerNumbers#random",
    "dev.assay.training.LayersTest#dense",
    "dev.assay.training.LayersTest#convolutions",
    "dev.assay.training.LayersTest#shapesAndScales",
    "dev.assay.training.LayersTest#poolings",
    "dev.assay.keras.LayerNumbers#all",
    "dev.assay.keras.LayerNumbers#training"
  })
  void everyLayerCanBeCounted(LayerCase layer) {
    ModelGraph graph = Fixtures.graph(layer.input(), layer.layer());
    assertThatCode(() -> Flops.ofPrediction(graph)).doesNotThrowAnyException();
  }
}
