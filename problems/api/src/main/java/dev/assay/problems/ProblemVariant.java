package dev.assay.problems;

/**
 * One of a problem's data sets with its own rule.
 *
 * @param name as in the catalogue: "embedded", "full", ...
 * @param passRule when an answer passes on it
 * @param limits what an answer may use
 */
public record ProblemVariant(String name, PassRule passRule, Limits limits) {}
