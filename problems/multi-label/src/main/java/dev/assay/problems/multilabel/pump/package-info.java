/**
 * Simulates the readings of a pump from a seed: fifteen sensors and the faults behind them.
 *
 * <p>The same seed gives the same readings on every platform and JDK from 17 on: the numbers come
 * from {@link dev.assay.commons.random.SplitMix64}, all arithmetic is that of Java's doubles
 * (strict since Java 17) and {@link java.lang.StrictMath}, and every reading is rounded to the
 * digits of its sensor.
 */
@NullMarked
package dev.assay.problems.multilabel.pump;

import org.jspecify.annotations.NullMarked;
