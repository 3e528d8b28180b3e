/** The manifest: a traced model as data. */
@NullMarked
package dev.assay.keras.models.manifest;

import org.jspecify.annotations.NullMarked;
