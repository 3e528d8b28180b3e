/** Trained models in TensorFlow's own formats, for use elsewhere. */
@NullMarked
package dev.assay.training.export;

import org.jspecify.annotations.NullMarked;
