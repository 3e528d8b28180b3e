package dev.assay.cli.bank;

import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.problems.ProblemSpec;
import dev.assay.problems.Task;
import java.util.List;

/**
 * An exercise on the images of fashion-mnist with labels that do not exclude each other, as no
 * problem that ships with Assay has: worn above the waist, with long sleeves, worn on the feet, a
 * garment for the legs. A bag has none of them.
 */
final class FashionTags {
  static final String ID = "fashion-tags";

  private static final String IMAGES = "fashion-mnist";

  /** By tag, the classes of fashion-mnist that have it. */
  private static final List<List<Integer>> TAGS =
      List.of(List.of(0, 2, 3, 4, 6), List.of(2, 4, 6), List.of(5, 7, 9), List.of(1, 3));

  private FashionTags() {}

  /** The problem that has the data of a problem. */
  static String data(String problem) {
    return problem.equals(ID) ? IMAGES : problem;
  }

  /** What a builder of answers to a problem is told, given what the problem of its data says. */
  static ProblemSpec spec(String problem, ProblemSpec spec) {
    return problem.equals(ID)
        ? new ProblemSpec(
            ID,
            spec.variant(),
            spec.input(),
            Task.MULTILABEL_CLASSIFICATION,
            TAGS.size(),
            spec.limits(),
            spec.seed())
        : spec;
  }

  /** A problem's examples, given those of the problem of its data. */
  static Labelled examples(String problem, Labelled examples) {
    return problem.equals(ID)
        ? new Labelled(examples.features(), tags(examples.labels()))
        : examples;
  }

  private static TensorData tags(TensorData classes) {
    byte[] tags = new byte[classes.rows() * TAGS.size()];
    for (int i = 0; i < tags.length; i++) {
      int number = classes.classNumber(i / TAGS.size());
      tags[i] = (byte) (TAGS.get(i % TAGS.size()).contains(number) ? 1 : 0);
    }
    return TensorData.pixels(List.of(classes.rows(), TAGS.size()), tags);
  }
}
