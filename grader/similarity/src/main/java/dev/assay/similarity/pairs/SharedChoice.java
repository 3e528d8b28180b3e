package dev.assay.similarity.pairs;

import dev.assay.similarity.choices.Choice;
import dev.assay.similarity.choices.Place;

/**
 * A rare choice that two answers share.
 *
 * @param choice the choice
 * @param answers how many answers of the class make it
 * @param weight how surprising it is that two share it: the natural logarithm of how many answers
 *     there are for each that makes it
 * @param first where it stands in the first answer
 * @param second where it stands in the second
 */
public record SharedChoice(Choice choice, int answers, double weight, Place first, Place second) {}
