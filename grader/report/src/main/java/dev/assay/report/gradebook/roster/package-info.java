/** The list of a class: read from a table, and searched for who handed something in. */
@NullMarked
package dev.assay.report.gradebook.roster;

import org.jspecify.annotations.NullMarked;
