/** Names of handed-in files and folders: what they reveal, and the ids made from them. */
@NullMarked
package dev.assay.run.submissions.names;

import org.jspecify.annotations.NullMarked;
