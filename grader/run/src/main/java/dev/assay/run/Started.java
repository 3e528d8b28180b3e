package dev.assay.run;

import dev.assay.problems.ProblemSpec;

/**
 * A grading that begins: a compiled submission, or one that did not compile, and a problem.
 *
 * @param spec what the builder is told of the problem
 */
record Started(Candidate candidate, Assignment assignment, ProblemSpec spec) implements Stage {
  @Override
  public Progress progress() {
    return Progress.of(candidate.processes());
  }
}
