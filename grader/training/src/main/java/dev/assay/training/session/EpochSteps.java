package dev.assay.training.session;

import dev.assay.training.graphs.StepExamples;
import dev.assay.training.graphs.StepGraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The steps of an epoch, divided into calls: as many as fit in each, and a last one with what is
 * left, the last batch, which may be smaller, included.
 */
public final class EpochSteps implements AutoCloseable {
  private final List<StepProgram> calls = new ArrayList<>();
  private final Map<List<Integer>, StepProgram> programs = new LinkedHashMap<>();

  /**
   * Adds what is needed to the model's graph.
   *
   * @param rows examples in an epoch
   * @param batch examples in a step
   * @param most steps in a call
   */
  public EpochSteps(
      ModelSession model, StepGraph step, StepExamples examples, int rows, int batch, int most) {
    for (List<Integer> call : calls(rows, batch, most)) {
      calls.add(
          programs.computeIfAbsent(
              call, key -> new StepProgram(model, step, examples, "steps" + programs.size(), key)));
    }
  }

  /** The sizes of the batches of each call. */
  public static List<List<Integer>> calls(int rows, int batch, int most) {
    List<Integer> sizes = new ArrayList<>(Collections.nCopies(rows / batch, batch));
    if (rows % batch > 0) {
      sizes.add(rows % batch);
    }
    List<List<Integer>> calls = new ArrayList<>();
    for (int from = 0; from < sizes.size(); from += most) {
      calls.add(List.copyOf(sizes.subList(from, Math.min(from + most, sizes.size()))));
    }
    return calls;
  }

  /** Returns the programs to run, in order: few different ones, most of them many times. */
  public List<StepProgram> calls() {
    return calls;
  }

  @Override
  public void close() {
    programs.values().forEach(StepProgram::close);
  }
}
