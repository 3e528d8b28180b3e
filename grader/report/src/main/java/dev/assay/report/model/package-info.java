/** The part of a result that is about the model: layers, training, reloading and audit. */
@NullMarked
package dev.assay.report.model;

import org.jspecify.annotations.NullMarked;
