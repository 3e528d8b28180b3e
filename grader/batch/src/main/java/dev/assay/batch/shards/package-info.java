/** Sharing of work by several graders on one folder: claims, heartbeats, commits. */
@NullMarked
package dev.assay.batch.shards;

import org.jspecify.annotations.NullMarked;
