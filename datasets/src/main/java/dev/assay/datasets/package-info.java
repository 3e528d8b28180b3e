/**
 * Data sets: a catalogue, strict readers for IDX and CSV files, seeded splits and verified
 * downloads.
 *
 * <p>Start at {@link dev.assay.datasets.catalogue.DatasetCatalogue} and {@link
 * dev.assay.datasets.DataStore}.
 */
@NullMarked
package dev.assay.datasets;

import org.jspecify.annotations.NullMarked;
