package dev.assay.datasets.catalogue;

import dev.assay.datasets.arrays.DataType;
import java.util.List;

/**
 * The input of a model.
 *
 * @param shape of one example: {@code [28, 28]} or {@code [4]}
 * @param type element type
 * @param low smallest value in the published data
 * @param high largest value in the published data
 * @param names a name for each column of a table; empty for images
 */
public record FeatureSpec(
    List<Integer> shape, DataType type, float low, float high, List<String> names) {
  public FeatureSpec {
    shape = List.copyOf(shape);
    names = List.copyOf(names);
  }
}
