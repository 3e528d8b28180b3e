/**
 * What a diagnosis is made from: the facts of data, training and score, as a grading knows them.
 */
@NullMarked
package dev.assay.run.diagnosing;

import org.jspecify.annotations.NullMarked;
