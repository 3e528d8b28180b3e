package dev.assay.training.graphs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Session;
import org.tensorflow.proto.NodeDef;

/** The source of the batches for the steps of programs. */
public interface StepExamples {
  /**
   * Nodes for all steps of a program.
   *
   * @param sizes of the steps' batches
   * @param labels the name of the node that is to give the labels of all of them
   */
  List<NodeDef> shared(List<Integer> sizes, String labels);

  /**
   * Nodes for one step of a program.
   *
   * @param step from 0
   * @param features the name of the node that is to give the batch's features
   * @param weights the name of the node that is to give the examples' weights; null where they have
   *     none
   */
  List<NodeDef> batch(int step, int size, String features, @Nullable String weights);

  /**
   * Feeds the runner of a program.
   *
   * @param prefix of the names of the program's nodes
   */
  Feed feed(Session.Runner runner, String prefix, List<Integer> sizes);

  /** The batches that one program is fed with. */
  interface Feed extends AutoCloseable {
    /** Selects {@code order[from] .. order[from + size - 1]} as the examples of the next call. */
    void select(int[] order, int from, int size);

    @Override
    void close();
  }
}
