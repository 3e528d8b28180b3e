/** Data sets for programs of one's own; the module brings all else that such a program needs. */
@NullMarked
package dev.assay.programs;

import org.jspecify.annotations.NullMarked;
