package dev.assay.run.submissions;

/**
 * A candidate's source file, as it is compiled.
 *
 * @param name the candidate's own, relative to the submission, with slashes; unique in it
 * @param text the decoded content, without a byte-order mark
 */
public record SourceText(String name, String text) {}
