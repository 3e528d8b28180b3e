package dev.assay.batch.plan;

import org.jspecify.annotations.Nullable;

/**
 * A problem as a plan has it.
 *
 * @param id of the problem
 * @param variant of its data
 * @param rule the digest of its data, pass rule and limits
 * @param data the fingerprint of the data as it was read; null where no submission seems to answer
 *     the problem
 */
public record PlannedProblem(String id, String variant, String rule, @Nullable String data) {}
