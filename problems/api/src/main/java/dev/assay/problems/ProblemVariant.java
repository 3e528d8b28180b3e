package dev.assay.problems;

/**
 * A problem's data set with its own pass rule and limits.
 *
 * @param name as in the catalogue: "embedded", "full", ...
 * @param passRule when an answer passes on it
 * @param limits what an answer may use
 */
public record ProblemVariant(String name, PassRule passRule, Limits limits) {}
