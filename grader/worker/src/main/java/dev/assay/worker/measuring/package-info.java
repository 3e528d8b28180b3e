/** What a model does on some examples: values between its layers, gradients, predictions. */
@NullMarked
package dev.assay.worker.measuring;

import org.jspecify.annotations.NullMarked;
