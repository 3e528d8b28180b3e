package dev.assay.pages.classroom;

/**
 * How many answers a finding was noticed in.
 *
 * @param code its name
 * @param meaning what it means, in a sentence
 * @param answers so many
 * @param share of all answers
 */
public record FindingCount(String code, String meaning, int answers, double share) {}
