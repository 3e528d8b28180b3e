package dev.assay.bench.run;

import dev.assay.bench.Workload;

/** What is measured: a workload by a program with a number of threads. */
record Run(Workload workload, String program, int threads) {}
