package dev.assay.keras.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.layers.AnyLayer;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.MergeLayer;
import dev.assay.keras.layers.Named;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Every layer has its line, and a line that says equal is. */
class LayerParityTest {
  @Test
  void defaultsThatAreCalledEqualAre() {
    for (Parity row : LayerParity.rows()) {
      assertThat(row.remark()).as(row.name()).isNotEqualTo("differs");
      if (row.remark().startsWith("equal") && !row.keras().endsWith("given")) {
        assertThat(row.ours().replace("target given", "target_shape given"))
            .as(row.name())
            .isEqualTo(row.keras());
      }
    }
  }

  @Test
  void everyLayerHasALine() throws Exception {
    List<String> names = LayerParity.rows().stream().map(Parity::name).toList();

    assertThat(names).doesNotHaveDuplicates();
    assertThat(names).containsAll(layers());
  }

  private static List<String> layers() throws IOException, ClassNotFoundException {
    Path sources =
        Path.of(
            Objects.requireNonNull(System.getProperty("assay.home"), "assay.home"),
            "grader/keras/src/main/java/dev/assay/keras/layers");
    List<String> layers = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(sources, "*.java")) {
      for (Path file : files) {
        String name = file.getFileName().toString().replace(".java", "");
        Class<?> type =
            Class.forName(
                AnyLayer.class.getPackageName() + "." + name.replace("package-info", "Layer"));
        boolean layer =
            Layer.class.isAssignableFrom(type) || MergeLayer.class.isAssignableFrom(type);
        boolean wraps = Named.class.isAssignableFrom(type) || name.equals("ActivationLayer");
        if (layer && type.isRecord() && !wraps && !name.equals("Lambda")) {
          layers.add(name);
        }
      }
    }
    assertThat(layers).hasSizeGreaterThan(40);
    return layers;
  }
}
