package dev.assay.similarity.answers;

/**
 * A built model, as digests in which names do not count.
 *
 * @param problem the problem's id
 * @param graph of its operations with their constants, sizes and connections
 * @param plan of loss, optimizer, metrics and how it is trained
 */
public record ComparedModel(String problem, String graph, String plan) {}
