package dev.assay.problems;

import dev.assay.keras.models.Model;
import dev.assay.keras.training.FitPlan;

/**
 * A candidate's answer to a problem: a public class marked {@link Answers}, with a public
 * constructor without arguments.
 */
public interface ModelBuilder {
  /** Builds and compiles the model; called once, in a process that holds no data. */
  Model build(ProblemSpec spec);

  /** Returns the plan of the training. */
  FitPlan fit(ProblemSpec spec);
}
