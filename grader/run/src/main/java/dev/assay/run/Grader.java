package dev.assay.run;

import dev.assay.datasets.DataStore;
import dev.assay.datasets.files.DataException;
import dev.assay.datasets.hidden.HiddenSource;
import dev.assay.report.GradeReport;
import dev.assay.report.Provenance;
import dev.assay.report.Verdict;
import dev.assay.report.json.JsonReports;
import dev.assay.run.candidate.Candidate;
import dev.assay.run.data.DataJobs;
import dev.assay.run.data.PreparedData;
import dev.assay.run.grading.Assignment;
import dev.assay.run.grading.DiskFullException;
import dev.assay.run.grading.DiskSpace;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.grading.GradingFiles;
import dev.assay.run.grading.GradingListener;
import dev.assay.run.grading.ResultPlace;
import dev.assay.run.jobs.JobRunner;
import dev.assay.run.jobs.ProcessVerdicts;
import dev.assay.run.processes.Workers;
import dev.assay.run.record.Started;
import dev.assay.run.record.Stopwatch;
import dev.assay.run.reporting.ProvenanceBuilder;
import dev.assay.run.reporting.ReportMapper;
import dev.assay.run.submissions.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Grades submissions into a run's folder. */
public final class Grader implements AutoCloseable {
  private final Workers workers;
  private final PreparedData datasets;
  private final GradeOptions options;
  private final List<String> knownProblems;
  private final ResultPlace place;

  /**
   * Prepares a run.
   *
   * @param workers starts the child processes
   * @param store finds the data
   * @param knownProblems all problems' ids, for messages
   * @param runFolder where results go: {@code <submission>/<problem>/result.json}
   */
  public Grader(
      Workers workers,
      DataStore store,
      GradeOptions options,
      List<String> knownProblems,
      Path runFolder) {
    this(workers, store, null, options, knownProblems, ResultPlace.in(runFolder));
  }

  /**
   * Prepares a run on another hidden part than the published one.
   *
   * @param hidden takes its place; may be null
   * @param place where submissions are graded and results go
   */
  public Grader(
      Workers workers,
      DataStore store,
      @Nullable HiddenSource hidden,
      GradeOptions options,
      List<String> knownProblems,
      ResultPlace place) {
    this.workers = workers;
    this.datasets = new PreparedData(store, workers.installation().cache(), hidden);
    this.options = options;
    this.knownProblems = List.copyOf(knownProblems);
    this.place = place;
  }

  /**
   * Compiles a submission.
   *
   * @throws IOException when its folder cannot be written
   * @throws InterruptedException when the grader is ending
   */
  public Candidate compile(Submission submission) throws IOException, InterruptedException {
    DiskSpace.require(place.run());
    Path folder = Files.createDirectories(work(submission.id()));
    StaleFiles.ofCompiling(folder);
    Candidate candidate = Candidate.compile(workers, submission, folder);
    if (candidate.fault() == null || candidate.fault().verdict() != Verdict.GRADER_ERROR) {
      AnsweredProblems.of(candidate).write(folder);
    }
    return candidate;
  }

  /**
   * Grades one answer and writes its result.
   *
   * @throws IOException when its folder cannot be written
   * @throws InterruptedException when the grader is ending
   */
  public GradeReport grade(Candidate candidate, Assignment assignment, GradingListener listener)
      throws IOException, InterruptedException {
    Path folder = folder(candidate, assignment.problem().id());
    GradeReport report = grading(candidate, assignment, listener, folder).grade();
    write(report, listener);
    return report;
  }

  /**
   * The results that an earlier run left of a submission, without compiling it.
   *
   * @param wanted what is to be graded of it, by the ids of the problems that it answers
   * @param graded the ids of the problems that are graded at all
   * @return empty where it must be compiled: it has changed, or a result is missing
   */
  public Optional<List<GradeReport>> earlier(
      Submission submission, Function<List<String>, List<Assignment>> wanted, List<String> graded) {
    Optional<AnsweredProblems> known = AnsweredProblems.read(results(submission.id()), submission);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    List<Assignment> assignments = wanted.apply(known.get().problems());
    List<GradeReport> reports = new ArrayList<>();
    if (!assignments.isEmpty()) {
      assignments.forEach(assignment -> earlier(submission, assignment).ifPresent(reports::add));
    } else if (known.get().graded().equals(graded)) {
      Provenance now = new ProvenanceBuilder(null, options).ofNothing();
      earlier(submission, GradeReport.NO_PROBLEM, now).ifPresent(reports::add);
    }
    return reports.size() == Math.max(1, assignments.size())
        ? Optional.of(reports)
        : Optional.empty();
  }

  /**
   * Makes the results of a submission from those of one with equal sources, which this run has
   * graded or kept.
   *
   * @param equal that one's id
   * @param wanted as in {@link #earlier(Submission, Function, List)}
   * @param graded as there
   * @return empty where those are not what grading would give now, such as after a grader's fault
   * @throws IOException when its folder cannot be written
   */
  public Optional<List<GradeReport>> fromEqual(
      Submission submission,
      String equal,
      Function<List<String>, List<Assignment>> wanted,
      List<String> graded,
      GradingListener listener)
      throws IOException {
    Optional<List<GradeReport>> known = earlier(submission.named(equal), wanted, graded);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    DiskSpace.require(place.run());
    String id = submission.id();
    EqualAnswer answer = new EqualAnswer(submission, equal, results(equal), work(id));
    answer.copyCompiled();
    List<GradeReport> reports = new ArrayList<>();
    for (GradeReport report : known.get()) {
      listener.equal(submission, report.problem(), equal);
      GradeReport own = answer.copyGraded(report);
      write(own, listener);
      reports.add(own);
    }
    Set<String> kept = new HashSet<>(answered(work(id)));
    reports.forEach(report -> kept.add(report.problem()));
    StaleFiles.ofOtherProblems(results(id), id, kept);
    return Optional.of(reports);
  }

  /**
   * The result that an earlier run left of the same answer, graded in the same way: with the same
   * sources, problem, data, options, grader and Java, and isolation that still does. A result that
   * is the grader's own fault is none.
   */
  public Optional<GradeReport> earlier(Submission submission, Assignment assignment) {
    String data;
    try {
      data = datasets.fingerprint(assignment.entry(), options.seed());
    } catch (DataException e) {
      // Grading will say so.
      return Optional.empty();
    }
    Provenance now = new ProvenanceBuilder(assignment, options).ofData(data);
    return earlier(submission, assignment.problem().id(), now);
  }

  /**
   * The ids of the problems that a submission answered when it was last compiled into a folder of
   * results; none where it never was.
   *
   * @param folder the submission's
   */
  public static List<String> answered(Path folder) {
    return AnsweredProblems.lastKnown(folder);
  }

  /**
   * Says why the result that an earlier run left of an answer cannot be read, such as one that
   * another version of Assay wrote; empty where it can, or there is none.
   */
  public Optional<String> unreadable(Submission submission, Assignment assignment) {
    return EarlierResult.fault(result(submission, assignment.problem().id()));
  }

  private Optional<GradeReport> earlier(Submission submission, String problem, Provenance now) {
    return EarlierResult.find(
        result(submission, problem), submission, problem, now, workers.required());
  }

  private Path result(Submission submission, String problem) {
    return result(submission.id(), problem);
  }

  private Path result(String submission, String problem) {
    return new GradingFiles(results(submission).resolve(problem)).result();
  }

  /**
   * Writes the one result of a submission that answers none of the problems that are graded.
   *
   * @param graded their ids
   * @throws IOException when its folder cannot be written
   */
  public GradeReport unanswered(Candidate candidate, List<String> graded, GradingListener listener)
      throws IOException {
    listener.unanswered(candidate.submission());
    folder(candidate, GradeReport.NO_PROBLEM);
    GradeReport report =
        ReportMapper.unanswered(candidate, options, candidate.unanswered(knownProblems, graded));
    write(report, listener);
    AnsweredProblems.ofNone(candidate, graded).write(work(candidate.submission().id()));
    return report;
  }

  /**
   * Writes the one result of a submission that the grader itself failed on, where that is possible;
   * it is heard of in any case.
   *
   * @param id the submission's
   * @throws DiskFullException when that is what it failed on
   */
  public GradeReport failed(String id, Throwable thrown, GradingListener listener)
      throws DiskFullException {
    DiskSpace.require(place.run());
    DiskSpace.require(Path.of(System.getProperty("java.io.tmpdir", ".")));
    GradeReport report = ReportMapper.failed(id, options, ProcessVerdicts.ofGrader(thrown));
    try {
      Files.createDirectories(work(id).resolve(GradeReport.NO_PROBLEM));
      write(report, listener);
    } catch (IOException e) {
      listener.finished(report, result(id, GradeReport.NO_PROBLEM));
    }
    return report;
  }

  /**
   * Removes the results that what was graded now makes obsolete: those of problems that the
   * submission no longer answers. What no grading wrote is left alone.
   *
   * @param graded the problems of the results that it has now
   */
  public void removeObsolete(Candidate candidate, Set<String> graded) throws IOException {
    Set<String> kept = new HashSet<>(graded);
    kept.addAll(candidate.problems());
    String id = candidate.submission().id();
    StaleFiles.ofOtherProblems(results(id), id, kept);
  }

  private void write(GradeReport report, GradingListener listener) throws IOException {
    String id = report.submission().id();
    JsonReports.write(report, new GradingFiles(work(id).resolve(report.problem())).result());
    place.commit(id, report.problem());
    listener.finished(report, result(id, report.problem()));
  }

  /**
   * Says why a submission answers none of the problems that are checked.
   *
   * @param checked their ids
   */
  public CheckReport checkUnanswered(Candidate candidate, List<String> checked) {
    return CheckReport.refused(candidate.unanswered(knownProblems, checked), "");
  }

  /**
   * Builds and inspects one answer, without training.
   *
   * @param probes whether the model is also run on a few examples
   * @throws IOException when its folder cannot be written
   * @throws InterruptedException when the grader is ending
   */
  public CheckReport check(Candidate candidate, Assignment assignment, boolean probes)
      throws IOException, InterruptedException {
    Path folder = folder(candidate, assignment.problem().id());
    return grading(candidate, assignment, GradingListener.SILENT, folder).check(probes);
  }

  /** Removes what of a sealed or fresh hidden set lies in a file. */
  @Override
  public void close() {
    datasets.close();
  }

  private Grading grading(
      Candidate candidate, Assignment assignment, GradingListener listener, Path folder) {
    return new Grading(
        new Started(candidate, assignment, assignment.spec(options.seed())),
        new GradingFiles(folder),
        options,
        knownProblems,
        new DataJobs(new JobRunner(workers), datasets, assignment, options.seed()),
        listener,
        new Stopwatch());
  }

  private Path work(String submission) {
    return place.work().resolve(submission);
  }

  private Path results(String submission) {
    return place.run().resolve(submission);
  }

  private Path folder(Candidate candidate, String problem) throws IOException {
    Path folder = Files.createDirectories(work(candidate.submission().id()).resolve(problem));
    StaleFiles.ofGrading(new GradingFiles(folder));
    return folder;
  }
}
