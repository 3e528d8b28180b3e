/** One model in a TensorFlow session: its weights, its steps, and its losses and metrics. */
@NullMarked
package dev.assay.training.session;

import org.jspecify.annotations.NullMarked;
