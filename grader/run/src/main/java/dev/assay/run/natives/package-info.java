/** TensorFlow's native libraries: which there are for a machine, and how a release gets them. */
@NullMarked
package dev.assay.run.natives;

import org.jspecify.annotations.NullMarked;
