package dev.assay.problems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.DataType;
import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.catalogue.FeatureSpec;
import dev.assay.datasets.catalogue.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares loaded arrays with what their catalogue entry says. */
final class DescribedData {
  private DescribedData() {}

  static void check(Dataset data) {
    FeatureSpec features = data.entry().features();
    float low = Float.MAX_VALUE;
    float high = -Float.MAX_VALUE;
    Set<Float> labels = new HashSet<>();
    for (Examples part : List.of(data.train(), data.validation(), data.hidden())) {
      checkShapes(data.entry(), part);
      for (int i = 0; i < part.features().size(); i++) {
        low = Math.min(low, part.features().getFloat(i));
        high = Math.max(high, part.features().getFloat(i));
      }
      for (int i = 0; i < part.labels().size(); i++) {
        labels.add(part.labels().getFloat(i));
      }
    }
    assertThat(low).isEqualTo(features.low());
    assertThat(high).isEqualTo(features.high());
    Target target = data.entry().target();
    if (target.isClassification()) {
      assertThat(labels).hasSize(target.multiLabel() ? 2 : target.classes().size());
    }
  }

  private static void checkLabels(Target target, NumericArray labels) {
    assertThat(labels.shape()).hasSize(target.multiLabel() ? 2 : 1);
    assertThat(labels.rowSize()).isEqualTo(target.columns());
    assertThat(labels.type())
        .isEqualTo(
            target.multiLabel()
                ? DataType.UINT8
                : target.isClassification() ? DataType.INT32 : DataType.FLOAT32);
  }

  private static void checkShapes(DatasetEntry entry, Examples part) {
    int[] shape = part.features().shape();
    assertThat(part.features().type()).isEqualTo(entry.features().type());
    assertThat(shape).hasSize(1 + entry.features().shape().size());
    for (int i = 1; i < shape.length; i++) {
      assertThat(shape[i]).isEqualTo(entry.features().shape().get(i - 1));
    }
    checkLabels(entry.target(), part.labels());
    if (!entry.features().names().isEmpty()) {
      assertThat(entry.features().names()).hasSize(shape[1]).doesNotHaveDuplicates();
    }
  }
}
