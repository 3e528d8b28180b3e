/** What a model does, read from its graph: which operations values pass on their way. */
@NullMarked
package dev.assay.diagnosis.outline;

import org.jspecify.annotations.NullMarked;
