package dev.assay.training.boosting;

/**
 * The outcome of training a member of a boosted ensemble.
 *
 * @param error of the member on the weighted training examples, from 0 to 1
 * @param vote of the member; 0 where it is no better than guessing
 * @param weights of the training examples for the next member
 * @param last whether boosting stops early at this member
 */
public record BoostingRound(double error, double vote, ExampleWeights weights, boolean last) {}
