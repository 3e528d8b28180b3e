/** What is checked of a candidate's graph before anything runs it; needs no native library. */
@NullMarked
package dev.assay.run.inspection.graphs;

import org.jspecify.annotations.NullMarked;
