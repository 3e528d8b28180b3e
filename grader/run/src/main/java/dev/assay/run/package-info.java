/** One grading run: load, compile, build, inspect, train, reload, predict, score, judge. */
@NullMarked
package dev.assay.run;

import org.jspecify.annotations.NullMarked;
