package dev.assay.run.record;

import dev.assay.problems.ProblemSpec;
import dev.assay.run.candidate.Candidate;
import dev.assay.run.grading.Assignment;

/**
 * A grading that begins: a compiled submission, or one that did not compile, and a problem.
 *
 * @param spec what the builder is told of the problem
 */
public record Started(Candidate candidate, Assignment assignment, ProblemSpec spec)
    implements StageRecord {
  @Override
  public Progress progress() {
    return Progress.of(candidate.processes());
  }
}
