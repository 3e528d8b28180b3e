package dev.assay.batch.plan;

import dev.assay.batch.BatchFolder;
import dev.assay.batch.HandedIn;
import dev.assay.batch.HiddenPart;
import dev.assay.batch.Selection;
import dev.assay.batch.results.RunResults;
import dev.assay.datasets.files.DataException;
import dev.assay.problems.Problem;
import dev.assay.problems.ProblemVariant;
import dev.assay.report.GradeReport;
import dev.assay.report.gradebook.building.HandedInWork;
import dev.assay.report.json.JsonDocuments;
import dev.assay.report.json.JsonReports;
import dev.assay.run.data.PreparedData;
import dev.assay.run.grading.Assignment;
import dev.assay.run.reporting.ProvenanceBuilder;
import dev.assay.run.submissions.HandIn;
import dev.assay.run.submissions.SourceText;
import dev.assay.run.submissions.Submission;
import dev.assay.run.submissions.text.JavaOutline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Plans a batch: keeps every submission in the run's folder, and deals them into shards.
 *
 * @param selection the problems and their data
 * @param hidden the examples to score on
 * @param options how everything is graded
 * @param cache where arrays are kept between runs
 */
public record Planner(Selection selection, HiddenPart hidden, PlannedOptions options, Path cache) {
  /**
   * Writes the plan of a run. Results that are there stay, and are kept where grading again would
   * give the same.
   *
   * @param sharing the parts and the lease
   * @throws IOException when the folder cannot be written
   * @throws DataException when data that an answer needs cannot be read
   */
  public Manifest plan(BatchFolder run, HandedIn handedIn, Manifest.Sharding sharing)
      throws IOException, DataException {
    PlanFolder folder = new PlanFolder(run);
    Files.createDirectories(folder.path().resolve("answers"));
    List<PlannedAnswer> answers = keep(folder, handedIn.submissions());
    Manifest manifest =
        new Manifest(
            Manifest.PLAN_VERSION,
            Versions.current(),
            options,
            problems(run, answers),
            sharing,
            Deal.into(sharing.shards(), answers),
            handedIn.entries());
    JsonReports.write(handedIn.entries(), run.entries());
    JsonDocuments.write(manifest, folder.manifestFile());
    return manifest;
  }

  private List<PlannedAnswer> keep(PlanFolder folder, List<HandIn> handIns) throws IOException {
    ExpectedSeconds expected = new ExpectedSeconds(variants(), measured(folder.run().path()));
    List<PlannedAnswer> answers = new ArrayList<>();
    Set<String> digests = new HashSet<>();
    for (HandIn handIn : handIns) {
      Submission submission = handIn.read();
      folder.keep(submission);
      List<String> problems = problems(submission);
      // Of answers with equal sources the first is graded.
      boolean first = submission.sources().isEmpty() || digests.add(submission.digest());
      double seconds = first ? expected.of(submission.id(), problems) : 0;
      answers.add(new PlannedAnswer(submission.id(), submission.digest(), problems, seconds, 0));
    }
    return answers;
  }

  private static Map<String, List<GradeReport>> measured(Path run) throws IOException {
    Map<String, List<GradeReport>> measured = new HashMap<>();
    for (HandedInWork work : RunResults.read(run).work()) {
      measured.put(work.submission(), work.reports());
    }
    return measured;
  }

  private Map<String, ProblemVariant> variants() {
    Map<String, ProblemVariant> variants = new HashMap<>();
    for (Problem problem : selection.problems()) {
      variants.put(problem.id(), selection.assignment(problem).variant());
    }
    return variants;
  }

  /** The problems that the text of the sources names; what it misses, compiling finds. */
  private List<String> problems(Submission submission) {
    Set<String> answered = new TreeSet<>();
    for (SourceText source : submission.sources()) {
      answered.addAll(JavaOutline.of(source.text()).answers());
    }
    return selection.ids().stream()
        .filter(id -> selection.named() || answered.contains(id))
        .toList();
  }

  private List<PlannedProblem> problems(BatchFolder run, List<PlannedAnswer> answers)
      throws IOException, DataException {
    Set<String> answered = new HashSet<>();
    answers.forEach(answer -> answered.addAll(answer.problems()));
    List<PlannedProblem> problems = new ArrayList<>();
    try (PreparedData data = data(run)) {
      for (Problem problem : selection.problems()) {
        Assignment assignment = selection.assignment(problem);
        problems.add(
            new PlannedProblem(
                problem.id(),
                assignment.variant().name(),
                ProvenanceBuilder.rule(assignment),
                answered.contains(problem.id())
                    ? data.fingerprint(assignment.entry(), options.seed())
                    : null));
      }
    }
    return problems;
  }

  private PreparedData data(BatchFolder run) throws IOException {
    return new PreparedData(
        selection.assignments().store(),
        cache,
        hidden.source(selection.assignments().problems(), run, true));
  }

  /**
   * Says how this machine differs from what a plan asks for: another rule or other data of a
   * problem that the answers need.
   *
   * @param answers those that will be graded here
   * @return the ids of the problems that differ; none where all is as planned
   * @throws DataException when data cannot be read
   */
  public List<String> differing(BatchFolder run, Manifest manifest, List<PlannedAnswer> answers)
      throws IOException, DataException {
    Set<String> needed = new HashSet<>();
    answers.forEach(answer -> needed.addAll(answer.problems()));
    List<String> differing = new ArrayList<>();
    try (PreparedData data = data(run)) {
      for (Problem problem : selection.problems()) {
        Assignment assignment = selection.assignment(problem);
        PlannedProblem planned = manifest.problem(problem.id()).orElseThrow();
        boolean same =
            planned.rule().equals(ProvenanceBuilder.rule(assignment))
                && (!needed.contains(problem.id())
                    || data.fingerprint(assignment.entry(), options.seed()).equals(planned.data()));
        if (!same) {
          differing.add(problem.id());
        }
      }
    }
    return differing;
  }
}
