/** What the names of handed-in files and folders say, and the ids that are made of them. */
@NullMarked
package dev.assay.run.submissions.names;

import org.jspecify.annotations.NullMarked;
