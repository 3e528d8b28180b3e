package dev.assay.run.inspection.graphs;

/**
 * Something in a graph that must not be there, or that is missing.
 *
 * @param code for programs, such as CYCLE
 * @param message one sentence for people, with what was reached and what is allowed
 * @param advice what to do
 */
public record Violation(String code, String message, String advice) {}
