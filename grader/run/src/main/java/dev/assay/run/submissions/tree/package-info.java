/** Files and folders of what was handed in, on disk and in archives, read within bounds. */
@NullMarked
package dev.assay.run.submissions.tree;

import org.jspecify.annotations.NullMarked;
