package dev.assay.batch.plan;

import dev.assay.report.Entries;
import java.util.List;
import java.util.Optional;

/**
 * The plan of a batch: what is to be graded, how, and by which shard.
 *
 * @param planVersion of this record's form
 * @param versions that all graders must have
 * @param options how everything is graded
 * @param problems that are graded
 * @param shards the number of parts, positive
 * @param answers everything to grade, in the order of the class
 * @param entries what became of everything that was handed in
 */
public record Manifest(
    int planVersion,
    Versions versions,
    PlannedOptions options,
    List<PlannedProblem> problems,
    int shards,
    List<PlannedAnswer> answers,
    Entries entries) {
  /** The version of the form that this Assay writes and reads. */
  public static final int PLAN_VERSION = 1;

  /** Copies the lists. */
  public Manifest {
    problems = List.copyOf(problems);
    answers = List.copyOf(answers);
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
