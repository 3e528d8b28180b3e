/** What every program of the benchmark is told, and what it answers. */
@NullMarked
package dev.assay.bench;

import org.jspecify.annotations.NullMarked;
