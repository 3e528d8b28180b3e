package dev.assay.batch.shards;

import dev.assay.batch.plan.Manifest;
import dev.assay.batch.plan.PlannedAnswer;
import dev.assay.batch.plan.PlannedOptions;
import dev.assay.batch.plan.PlannedProblem;
import dev.assay.batch.shards.Difference.Subject;
import dev.assay.report.GradeReport;
import dev.assay.report.Mode;
import dev.assay.report.Platform;
import dev.assay.report.Provenance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares results with their plan. */
final class PlanCheck {
  private static final String NONE = "-";

  private final Manifest manifest;
  private final Map<String, PlannedProblem> problems = new HashMap<>();

  /** The data of problems that the plan did not foresee, as the first result has it. */
  private final Map<String, String> seen = new HashMap<>();

  PlanCheck(Manifest manifest) {
    this.manifest = manifest;
    manifest.problems().forEach(problem -> problems.put(problem.id(), problem));
  }

  /** Everything in which a result differs from its plan; nothing where it is as planned. */
  List<Difference> of(PlannedAnswer answer, GradeReport report) {
    List<Difference> all = new ArrayList<>();
    Provenance made = report.circumstances().provenance();
    Platform platform = made.platform();
    compare(all, report, Subject.ASSAY, made.assay(), manifest.versions().assay());
    compare(all, report, Subject.JAVA, platform.java(), manifest.versions().java());
    if (platform.tensorflow() != null) {
      String tensorflow = manifest.versions().tensorflow();
      compare(all, report, Subject.TENSORFLOW, platform.tensorflow(), tensorflow);
    }
    // Where there were no sources, or the grader failed before it had read them, there is none.
    String digest = report.submission().digest();
    if (digest != null) {
      compare(all, report, Subject.SOURCES, digest, answer.digest());
    }
    compareData(all, report);
    PlannedOptions options = manifest.options();
    compare(all, report, Subject.SEED, made.seed(), options.seed());
    compare(
        all, report, Subject.MODE, platform.mode(), options.fast() ? Mode.FAST : Mode.REPRODUCIBLE);
    if (!report.problem().equals(GradeReport.NO_PROBLEM)) {
      String audit = made.options().getOrDefault("audit", NONE);
      compare(all, report, Subject.AUDIT, audit, options.audit() ? "all" : NONE);
    }
    return all;
  }

  private void compareData(List<Difference> all, GradeReport report) {
    PlannedProblem planned = problems.get(report.problem());
    if (planned == null) {
      return;
    }
    Provenance made = report.circumstances().provenance();
    String rule = made.digests().problem();
    if (rule != null) {
      compare(all, report, Subject.RULE, rule, planned.rule());
    }
    String data = made.digests().data();
    if (data != null) {
      String expected = planned.data();
      if (expected == null) {
        expected = Objects.requireNonNullElse(seen.putIfAbsent(planned.id(), data), data);
      }
      compare(all, report, Subject.DATA, data, expected);
    }
  }

  private static void compare(
      List<Difference> all,
      GradeReport report,
      Subject subject,
      @Nullable Object found,
      Object planned) {
    if (!planned.equals(found)) {
      all.add(
          new Difference(
              report.submission().id(),
              report.problem(),
              subject,
              String.valueOf(found),
              planned.toString()));
    }
  }
}
