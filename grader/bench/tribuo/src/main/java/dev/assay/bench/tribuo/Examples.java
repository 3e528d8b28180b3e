package dev.assay.bench.tribuo;

import dev.assay.bench.TrainingSet;
import java.util.Locale;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** The training set in Tribuo's form. */
final class Examples {
  private Examples() {}

  static MutableDataset<Label> of(TrainingSet set) {
    LabelFactory factory = new LabelFactory();
    MutableDataset<Label> examples =
        new MutableDataset<>(new SimpleDataSourceProvenance("benchmark", factory), factory);
    for (int row = 0; row < set.rows(); row++) {
      examples.add(example(set, row));
    }
    return examples;
  }

  /** Zeros are left out, as Tribuo does; but once all are named, so that each has its place. */
  private static ArrayExample<Label> example(TrainingSet set, int row) {
    ArrayExample<Label> example = new ArrayExample<>(new Label(String.valueOf(set.labels()[row])));
    for (int i = 0; i < set.width(); i++) {
      float value = set.features()[row * set.width() + i];
      if (value != 0 || row == 0) {
        example.add(name(i), value);
      }
    }
    return example;
  }

  /** In the order of the numbers, by which Tribuo sorts them. */
  private static String name(int feature) {
    return String.format(Locale.ROOT, "%03d", feature);
  }
}
