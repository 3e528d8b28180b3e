/** What several graders on one folder do to share the work: claims, heartbeats, commits. */
@NullMarked
package dev.assay.batch.shards;

import org.jspecify.annotations.NullMarked;
