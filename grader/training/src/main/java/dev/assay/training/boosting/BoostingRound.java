package dev.assay.training.boosting;

/**
 * What a member of a boosted ensemble changes.
 *
 * @param error of the member on the weighted training examples, from 0 to 1
 * @param vote of the member; 0 where it is not used
 * @param weights of the training examples for the next member, adding up to 1
 * @param last whether boosting stops early at this member
 */
public record BoostingRound(double error, double vote, double[] weights, boolean last) {}
