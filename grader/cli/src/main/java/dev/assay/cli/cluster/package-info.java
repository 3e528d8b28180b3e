/** The commands for a batch that several graders share: plan, collect, submit and status. */
@NullMarked
package dev.assay.cli.cluster;

import org.jspecify.annotations.NullMarked;
