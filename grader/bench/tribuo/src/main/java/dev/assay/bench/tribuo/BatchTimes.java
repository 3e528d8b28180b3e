package dev.assay.bench.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tribuo.Example;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.interop.tensorflow.FeatureConverter;
import org.tribuo.interop.tensorflow.TensorMap;
import org.tribuo.interop.tensorflow.protos.FeatureConverterProto;
import org.tribuo.math.la.SGDVector;

/**
 * Notes when each batch begins: all epochs are one call of Tribuo's trainer, which tells no times.
 */
final class BatchTimes implements FeatureConverter {
  private final FeatureConverter converter;
  private final List<Long> begins = new ArrayList<>();

  BatchTimes(FeatureConverter converter) {
    this.converter = converter;
  }

  /**
   * The seconds of each epoch.
   *
   * @param count of epochs that were trained, all with the same number of batches
   * @param end of the last one, in nanoseconds
   */
  List<Double> epochs(int count, long end) {
    int batches = begins.size() / count;
    List<Double> seconds = new ArrayList<>();
    for (int from = 0; from < count * batches; from += batches) {
      int next = from + batches;
      long until = next < begins.size() ? begins.get(next) : end;
      seconds.add((until - begins.get(from)) / 1e9);
    }
    return seconds;
  }

  @Override
  public TensorMap convert(List<? extends SGDVector> batch) {
    begins.add(System.nanoTime());
    return converter.convert(batch);
  }

  @Override
  public TensorMap convert(List<? extends Example<?>> batch, ImmutableFeatureMap features) {
    begins.add(System.nanoTime());
    return converter.convert(batch, features);
  }

  @Override
  public TensorMap convert(SGDVector example) {
    return converter.convert(example);
  }

  @Override
  public TensorMap convert(Example<?> example, ImmutableFeatureMap features) {
    return converter.convert(example, features);
  }

  @Override
  public Set<String> inputNamesSet() {
    return converter.inputNamesSet();
  }

  @Override
  public ConfiguredObjectProvenance getProvenance() {
    return converter.getProvenance();
  }

  @Override
  public FeatureConverterProto serialize() {
    return converter.serialize();
  }
}
