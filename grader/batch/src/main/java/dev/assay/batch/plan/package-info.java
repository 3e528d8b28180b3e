/**
 * The plan of a batch that several graders share: what is to be graded, how, and by which shard.
 */
@NullMarked
package dev.assay.batch.plan;

import org.jspecify.annotations.NullMarked;
