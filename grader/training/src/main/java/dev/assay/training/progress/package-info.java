/** What a program of one's own prints while it trains; uses the JDK only. */
@org.jspecify.annotations.NullMarked
package dev.assay.training.progress;
