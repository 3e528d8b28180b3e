/** Finds Assay and TensorFlow's native libraries, in a checkout or behind a dependency. */
@NullMarked
package dev.assay.junit.home;

import org.jspecify.annotations.NullMarked;
