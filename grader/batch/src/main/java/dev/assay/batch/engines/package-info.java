/** Clusters that run the shards of a plan: Slurm, and Kubernetes. */
@NullMarked
package dev.assay.batch.engines;

import org.jspecify.annotations.NullMarked;
