/** The plan of a run and the shards of it, as commands name them. */
@NullMarked
package dev.assay.cli.shards;

import org.jspecify.annotations.NullMarked;
