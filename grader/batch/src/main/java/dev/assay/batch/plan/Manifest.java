package dev.assay.batch.plan;

import dev.assay.report.Entries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The plan of a batch: what is to be graded, how, and by which shard.
 *
 * @param planVersion of this record's form
 * @param versions that all graders must have
 * @param options how everything is graded
 * @param problems that are graded
 * @param sharing how many parts there are, and how graders share them
 * @param answers everything to grade, in the order of the class
 * @param entries what became of everything that was handed in
 */
public record Manifest(
    int planVersion,
    Versions versions,
    PlannedOptions options,
    List<PlannedProblem> problems,
    Sharding sharing,
    List<PlannedAnswer> answers,
    Entries entries) {
  /** The version of the form that this Assay writes and reads. */
  public static final int PLAN_VERSION = 1;

  /** Copies the lists. */
  public Manifest {
    problems = List.copyOf(problems);
    answers = List.copyOf(answers);
  }

  /** The number of parts, positive. */
  public int shards() {
    return sharing.shards();
  }

  /** The time without a sign of life after which others take over what a grader claimed. */
  public Duration lease() {
    return Duration.ofSeconds(sharing.leaseSeconds());
  }

  /**
   * The parts of a plan.
   *
   * @param shards their number, positive
   * @param leaseSeconds how long others wait for a grader's sign of life, positive
   */
  public record Sharding(int shards, int leaseSeconds) {
    /**
     * Longer than NFS may show an old state of a folder, which is a minute with its usual options.
     */
    public static final int DEFAULT_LEASE = 150;

    /** Checks that both are positive. */
    public Sharding {
      if (shards < 1 || leaseSeconds < 1) {
        throw new IllegalArgumentException(
            "shards and leaseSeconds must be positive. Received: %s, %s"
                .formatted(shards, leaseSeconds));
      }
    }
  }

  /** The answers of one shard, in the order of the class. */
  public List<PlannedAnswer> shard(int shard) {
    return answers.stream().filter(answer -> answer.shard() == shard).toList();
  }

  /** The problem with an id; empty where the plan has none. */
  public Optional<PlannedProblem> problem(String id) {
    return problems.stream().filter(problem -> problem.id().equals(id)).findFirst();
  }
}
