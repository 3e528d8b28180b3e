package dev.assay.run.grading;

/**
 * The size of a model that was accepted, and how it is to be trained.
 *
 * @param members of an ensemble; 0 for a single model
 * @param layers of the model; of an ensemble as a whole
 * @param parameters of all layers, trained or not
 * @param flops floating-point operations to predict one example
 * @param plan how it is trained
 */
public record AcceptedModel(int members, int layers, long parameters, long flops, Plan plan) {
  /**
   * How a model is trained.
   *
   * @param epochs at most
   * @param batchSize examples per step
   */
  public record Plan(int epochs, int batchSize) {}
}
