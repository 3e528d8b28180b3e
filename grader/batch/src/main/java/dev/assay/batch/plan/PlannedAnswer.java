package dev.assay.batch.plan;

import java.util.List;

/**
 * A submission as a plan has it: all answers of one student, who are graded together.
 *
 * @param id unique in the batch
 * @param digest SHA-256 over the names and texts of its sources
 * @param problems the problems that its sources seem to answer; compiling them decides
 * @param seconds how long grading it is expected to take
 * @param shard the part of the batch that it belongs to, from 0
 */
public record PlannedAnswer(
    String id, String digest, List<String> problems, double seconds, int shard) {
  /** Copies the problems. */
  public PlannedAnswer {
    problems = List.copyOf(problems);
  }

  /** The same answer in a shard. */
  PlannedAnswer in(int newShard) {
    return new PlannedAnswer(id, digest, problems, seconds, newShard);
  }
}
