/** Commands on the grades of a class that was graded. */
@NullMarked
package dev.assay.cli.gradebook;

import org.jspecify.annotations.NullMarked;
