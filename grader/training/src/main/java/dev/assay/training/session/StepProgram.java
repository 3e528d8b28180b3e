package dev.assay.training.session;

import dev.assay.training.graphs.StepExamples;
import dev.assay.training.graphs.StepGraph;
import dev.assay.training.graphs.UnrolledSteps;
import java.util.List;
import org.tensorflow.Operation;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.ndarray.buffer.LongDataBuffer;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * One or more steps that are run by one call.
 *
 * <p>Everything that a call needs is allocated once. The result does not depend on how steps are
 * divided into calls.
 */
public final class StepProgram implements AutoCloseable {
  private final List<Integer> sizes;
  private final Session.Runner runner;
  private final StepExamples.Feed examples;
  private final List<StepGraph.Power> powers;
  private final TFloat32 scalars;
  private final FloatDataBuffer scalarValues;
  private final TInt64 numbers;
  private final LongDataBuffer numberValues;
  private final StepMetricSums sums;

  /**
   * Adds the steps to the model's graph.
   *
   * @param name of this program, for its nodes
   * @param sizes of the steps' batches, in order
   */
  StepProgram(
      ModelSession model, StepGraph step, StepExamples source, String name, List<Integer> sizes) {
    this.sizes = sizes;
    sums = new StepMetricSums(step, sizes);
    model.graph().importGraphDef(UnrolledSteps.of(step, source, sizes), name);
    powers = step.ends().powers();
    scalars = TFloat32.tensorOf(Shape.of((long) sizes.size() * (1 + powers.size())));
    scalarValues = scalars.asRawTensor().data().asFloats();
    numbers = TInt64.tensorOf(Shape.of(sizes.size()));
    numberValues = numbers.asRawTensor().data().asLongs();
    runner = model.runner();
    examples = source.feed(runner, name, sizes);
    runner.feed(name + "/" + UnrolledSteps.SCALARS, scalars);
    if (model.graph().operation(name + "/" + UnrolledSteps.NUMBERS) != null) {
      runner.feed(name + "/" + UnrolledSteps.NUMBERS, numbers);
    }
    runner.fetch(name + "/" + UnrolledSteps.SUMS);
    String last = name + "/" + UnrolledSteps.name(sizes.size() - 1, step.ends().update());
    Operation update = model.graph().operationOrThrow(last);
    runner.addTarget(update);
  }

  /** The sizes of the steps' batches. */
  public List<Integer> sizes() {
    return sizes;
  }

  /**
   * Runs the steps.
   *
   * @param order the examples' numbers
   * @param from where in the order the first step's begin
   * @param rate whose next rates are the steps'
   * @return the sums of each step, one after the other, computed with the weights before its
   *     update; overwritten by the next call
   */
  public double[] run(int[] order, int from, CurrentRate rate) {
    int size = 0;
    for (int k = 0; k < sizes.size(); k++) {
      int first = k * (1 + powers.size());
      scalarValues.setFloat((float) rate.ahead(k), first);
      for (int i = 0; i < powers.size(); i++) {
        scalarValues.setFloat(powers.get(i).at(rate.steps() + k + 1), first + 1 + i);
      }
      numberValues.setLong(rate.steps() + k, k);
      size += sizes.get(k);
    }
    examples.select(order, from, size);
    try (Result result = runner.run()) {
      return sums.read(result.get(0));
    }
  }

  @Override
  public void close() {
    examples.close();
    scalars.close();
    numbers.close();
  }
}
