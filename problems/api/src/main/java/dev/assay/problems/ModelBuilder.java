package dev.assay.problems;

import dev.assay.keras.models.Model;
import dev.assay.keras.training.FitPlan;

/**
 * What a candidate writes for a problem: a public class without constructor arguments, marked
 * {@link Answers}.
 */
public interface ModelBuilder {
  /** Builds and compiles the model; called once, in a process that holds no data. */
  Model build(ProblemSpec spec);

  /** Says how it is trained. */
  FitPlan fit(ProblemSpec spec);
}
