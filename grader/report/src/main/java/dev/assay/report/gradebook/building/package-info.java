/** Makes the gradebook of a class from results, roster, settings and points given by hand. */
@NullMarked
package dev.assay.report.gradebook.building;

import org.jspecify.annotations.NullMarked;
