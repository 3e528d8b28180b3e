/**
 * Everything that Assay says to people about an answer, as data: codes with arguments, and one
 * catalogue of texts that turns them into words.
 */
@NullMarked
package dev.assay.findings;

import org.jspecify.annotations.NullMarked;
