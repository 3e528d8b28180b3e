package dev.assay.run;

import dev.assay.problems.Limits;
import dev.assay.problems.PassRule;
import dev.assay.problems.Problem;
import dev.assay.problems.ProblemVariant;
import dev.assay.problems.Task;
import java.util.List;

/** Iris with limits of our own; its data is the catalogue's. */
record TestProblem(Limits limits) implements Problem {
  static final Limits LIMITS = new Limits(500, 100_000, 10, 60, 120);
  static final PassRule RULE = PassRule.accuracy(0.9, 0.4, 0.6, 0.7, 0.8);

  static Assignment assignment(Limits limits) {
    Problem problem = new TestProblem(limits);
    return new Assignment(problem, problem.variants().get(0));
  }

  @Override
  public String id() {
    return "iris";
  }

  @Override
  public String title() {
    return "Iris";
  }

  @Override
  public Task task() {
    return Task.MULTICLASS_CLASSIFICATION;
  }

  @Override
  public List<ProblemVariant> variants() {
    return List.of(new ProblemVariant("embedded", RULE, limits));
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
