/** Text whose encoding is guessed, and what a Java source says of itself. */
@NullMarked
package dev.assay.run.submissions.text;

import org.jspecify.annotations.NullMarked;
