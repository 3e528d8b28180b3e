package dev.assay.batch.scoring;

import dev.assay.datasets.hidden.HiddenSource;

/**
 * An instructor's hidden set that takes the place of the one that a run was scored on.
 *
 * @param problem whose
 * @param variant of the problem's data
 * @param source the examples
 */
public record HiddenSet(String problem, String variant, HiddenSource source) {}
