/** Progress output of a user's own program while it trains; uses the JDK only. */
@org.jspecify.annotations.NullMarked
package dev.assay.training.progress;
