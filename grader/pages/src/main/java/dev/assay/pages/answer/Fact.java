package dev.assay.pages.answer;

/**
 * A line of how a result was made.
 *
 * @param name what it is
 * @param value as it is
 * @param code whether it is for machines, such as a digest
 */
public record Fact(String name, String value, boolean code) {}
