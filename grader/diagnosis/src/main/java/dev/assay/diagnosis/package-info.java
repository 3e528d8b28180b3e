/** From what is known of an answer to what is wrong with it. */
@NullMarked
package dev.assay.diagnosis;

import org.jspecify.annotations.NullMarked;
