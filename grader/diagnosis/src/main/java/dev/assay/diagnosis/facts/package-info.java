/** What is known of an answer: its data, its model, how its training went, what came of it. */
@NullMarked
package dev.assay.diagnosis.facts;

import org.jspecify.annotations.NullMarked;
