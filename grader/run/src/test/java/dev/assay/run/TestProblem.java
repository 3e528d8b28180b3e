package dev.assay.run;

import dev.assay.problems.Limits;
import dev.assay.problems.PassRule;
import dev.assay.problems.Problem;
import dev.assay.problems.ProblemVariant;
import dev.assay.problems.Problems;
import dev.assay.problems.Task;
import dev.assay.run.grading.Assignment;
import java.util.List;

/** A problem with limits of our own, iris unless said otherwise; its data is the catalogue's. */
public record TestProblem(String id, Task task, PassRule rule, Limits limits) implements Problem {
  public static final Limits LIMITS = new Limits(500, 100_000, 10, 60, 120);
  static final PassRule RULE = PassRule.accuracy(0.9, 0.4, 0.6, 0.7, 0.8);

  public static Assignment assignment(Limits limits) {
    return assignment("iris", limits);
  }

  /** Another problem of the catalogue, on its embedded data. */
  public static Assignment assignment(String id, Limits limits) {
    Problem problem =
        switch (id) {
          case "iris" -> new TestProblem(id, Task.MULTICLASS_CLASSIFICATION, RULE, limits);
          case "mnist" ->
              new TestProblem(id, Task.MULTICLASS_CLASSIFICATION, RULE, ofImages(limits));
          case "binary-classification" ->
              new TestProblem(id, Task.BINARY_CLASSIFICATION, RULE, limits);
          case "basic-regression" ->
              new TestProblem(id, Task.REGRESSION, PassRule.r2(0.8, 0.2, 0.4, 0.6, 0.7), limits);
          default -> throw new IllegalArgumentException("no test problem " + id);
        };
    return new Assignment(problem, problem.variants().get(0));
  }

  /** With the room for numbers that images have. */
  private static Limits ofImages(Limits limits) {
    return new Limits(
        limits.epochs(),
        limits.parameters(),
        limits.megaFlops(),
        limits.buildSeconds(),
        limits.trainSeconds(),
        Limits.IMAGE_BUILT_IN_BYTES);
  }

  @Override
  public String title() {
    return id;
  }

  @Override
  public List<ProblemVariant> variants() {
    return List.of(
        new ProblemVariant(Problems.load().catalogue().entry(id, "embedded"), rule, limits));
  }

  @Override
  public String statement() {
    return "Which kind of iris is it?";
  }

  @Override
  public String starter() {
    return "";
  }
}
