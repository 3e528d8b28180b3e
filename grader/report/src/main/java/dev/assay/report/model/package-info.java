/** What a result tells of the model: its layers, its training, reloading and audit. */
@NullMarked
package dev.assay.report.model;

import org.jspecify.annotations.NullMarked;
