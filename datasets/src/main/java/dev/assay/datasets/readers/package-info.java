/**
 * Readers of IDX images, CSV tables and labelled arrays, strict about what a catalogue entry says.
 */
@NullMarked
package dev.assay.datasets.readers;

import org.jspecify.annotations.NullMarked;
