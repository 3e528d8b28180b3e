/**
 * The grades of a class: who is in it, what each has for each problem, and what that adds up to.
 */
@NullMarked
package dev.assay.report.gradebook;

import org.jspecify.annotations.NullMarked;
