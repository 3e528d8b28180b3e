package dev.assay.batch.shards;

import dev.assay.batch.plan.Manifest;
import dev.assay.batch.plan.PlanFolder;
import dev.assay.batch.plan.PlannedAnswer;
import dev.assay.batch.results.RunResults;
import dev.assay.report.GradeReport;
import dev.assay.report.gradebook.building.HandedInWork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The results of a planned run, compared with its plan.
 *
 * @param results all that the run has
 * @param reports their outlines in the order of the class
 * @param missing answers that lack a result
 * @param differing answers with a result that is not as planned
 * @param differences in what
 */
public record Collected(
    RunResults results,
    List<GradeReport> reports,
    List<PlannedAnswer> missing,
    List<PlannedAnswer> differing,
    List<Difference> differences) {
  /** Copies the lists. */
  public Collected {
    reports = List.copyOf(reports);
    missing = List.copyOf(missing);
    differing = List.copyOf(differing);
    differences = List.copyOf(differences);
  }

  /**
   * Reads the results of a run.
   *
   * @throws IOException if its folder cannot be listed
   */
  public static Collected of(PlanFolder folder, Manifest manifest) throws IOException {
    Map<String, HandedInWork> work = new HashMap<>();
    RunResults results = RunResults.read(folder.run().path());
    results.work().forEach(each -> work.put(each.submission(), each));
    PlanCheck check = new PlanCheck(manifest);
    List<GradeReport> reports = new ArrayList<>();
    List<PlannedAnswer> missing = new ArrayList<>();
    List<PlannedAnswer> differing = new ArrayList<>();
    List<Difference> differences = new ArrayList<>();
    for (PlannedAnswer answer : manifest.answers()) {
      HandedInWork own = work.get(answer.id());
      if (own == null || own.waiting()) {
        missing.add(answer);
      }
      int before = differences.size();
      for (GradeReport report : own == null ? List.<GradeReport>of() : own.reports()) {
        reports.add(report);
        differences.addAll(check.of(answer, report));
      }
      if (differences.size() > before) {
        differing.add(answer);
      }
    }
    return new Collected(results, reports, missing, differing, differences);
  }

  /** The shards of answers, sorted. */
  public static Set<Integer> shards(List<PlannedAnswer> answers) {
    Set<Integer> shards = new TreeSet<>();
    answers.forEach(answer -> shards.add(answer.shard()));
    return shards;
  }
}
