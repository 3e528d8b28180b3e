package dev.assay.batch;

import dev.assay.batch.equal.EqualAnswers.Turn;
import dev.assay.report.GradeReport;
import dev.assay.report.Outlines;
import dev.assay.report.Verdict;
import dev.assay.run.Grader;
import dev.assay.run.candidate.Candidate;
import dev.assay.run.grading.Assignment;
import dev.assay.run.grading.ClaimLostException;
import dev.assay.run.grading.DiskFullException;
import dev.assay.run.grading.GradingListener;
import dev.assay.run.submissions.Submission;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Grades one submission of a batch, or keeps the results that an earlier batch left of it.
 *
 * @param sharing claims it first, where several graders share the folder
 * @param outlines of the results, all that is kept of them here
 * @param finished hears of each result's outline
 */
record SubmissionGrading(
    Grader grader,
    BatchPlan plan,
    BatchFolder folder,
    Sharing sharing,
    BatchListener listener,
    Outlines outlines,
    Consumer<GradeReport> finished) {
  /** The facts about a submission that compiling tells others. */
  private static final List<String> ANNOUNCED = List.of("answers.json");

  /**
   * Grades it, or takes the results of one with equal sources. Whatever goes wrong is the
   * submission's own result, but for a disk that is full.
   *
   * @param turn what to do with it
   * @return empty where another grader holds it, or an equal one is being graded; it has all its
   *     results, or is free again, later
   * @throws DiskFullException when results have no room
   * @throws InterruptedException when the batch is ending
   */
  Optional<List<GradeReport>> of(Submission submission, Turn turn)
      throws DiskFullException, InterruptedException {
    List<GradeReport> reports = new ArrayList<>();
    String id = submission.id();
    try {
      if (!keepAll(submission, reports)) {
        if (turn instanceof Turn.Wait) {
          return Optional.empty();
        }
        switch (sharing.take(id)) {
          case TAKEN -> grade(submission, turn, reports);
          case HELD -> {
            return Optional.empty();
          }
          case DONE -> {
            return Optional.of(List.of());
          }
        }
      }
    } catch (DiskFullException e) {
      throw e;
    } catch (ClaimLostException e) {
      drop(id);
      return Optional.empty();
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      add(grader.failed(id, e, listener.gradings()), reports);
      finish(id);
    }
    listener.submissionDone(reports);
    return Optional.of(reports);
  }

  private void finish(String submission) {
    try {
      sharing.finish(submission);
    } catch (IOException e) {
      // Its result says already that the grader failed on it.
      return;
    }
  }

  private void drop(String submission) {
    try {
      sharing.drop(submission);
    } catch (IOException e) {
      // What is left over is removed with the grader's folder.
      return;
    }
  }

  /** Keeps the results of an earlier batch, if grading again would give the same. */
  private boolean keepAll(Submission submission, List<GradeReport> reports) {
    Selection selection = plan.selection();
    Optional<List<GradeReport>> earlier =
        plan.keeps(submission.id())
            ? grader.earlier(submission, selection::wanted, selection.ids())
            : Optional.empty();
    if (earlier.isPresent()) {
      listener.compiling(submission.id());
    }
    earlier.ifPresent(all -> all.forEach(report -> keep(report, reports)));
    return earlier.isPresent();
  }

  private void grade(Submission submission, Turn turn, List<GradeReport> reports)
      throws IOException, InterruptedException {
    // Another grader may have finished it just before it was claimed.
    if (keepAll(submission, reports)) {
      return;
    }
    listener.compiling(submission.id());
    if (turn instanceof Turn.Copy copy && isFromEqual(submission, copy.id(), reports)) {
      sharing.finish(submission.id());
      return;
    }
    try (Candidate candidate = grader.compile(submission)) {
      sharing.announce(submission.id(), ANNOUNCED);
      grade(candidate, reports);
    }
    sharing.finish(submission.id());
  }

  private boolean isFromEqual(Submission submission, String equal, List<GradeReport> reports)
      throws IOException {
    Selection selection = plan.selection();
    Optional<List<GradeReport>> copies =
        grader.fromEqual(
            submission, equal, selection::wanted, selection.ids(), listener.gradings());
    copies.ifPresent(
        all -> {
          listener.answers(all.size());
          all.forEach(report -> add(report, reports));
        });
    reports.forEach(listener::answerDone);
    return copies.isPresent();
  }

  private void grade(Candidate candidate, List<GradeReport> reports)
      throws IOException, InterruptedException {
    GradingListener gradings = listener.gradings();
    List<Assignment> wanted = plan.selection().wanted(candidate.problems());
    if (wanted.isEmpty()) {
      add(grader.unanswered(candidate, plan.selection().ids(), gradings), reports);
    }
    listener.answers(wanted.size());
    for (Assignment assignment : wanted) {
      Optional<GradeReport> earlier =
          plan.keeps(candidate.submission().id())
              ? grader.earlier(candidate.submission(), assignment)
              : Optional.empty();
      if (earlier.isPresent()) {
        keep(earlier.get(), reports);
      } else {
        tellUnreadable(candidate.submission(), assignment);
        add(grader.grade(candidate, assignment, gradings), reports);
      }
      GradeReport last = reports.get(reports.size() - 1);
      listener.answerDone(last);
      if (plan.failFast() && last.verdict() != Verdict.PASSED) {
        return;
      }
    }
    grader.removeObsolete(
        candidate, reports.stream().map(GradeReport::problem).collect(Collectors.toSet()));
  }

  private void tellUnreadable(Submission submission, Assignment assignment) {
    if (plan.keeps(submission.id())) {
      grader
          .unreadable(submission, assignment)
          .ifPresent(
              reason -> listener.replaced(submission.id(), assignment.problem().id(), reason));
    }
  }

  private void keep(GradeReport report, List<GradeReport> reports) {
    listener.kept(
        report, folder.answer(report.submission().id(), report.problem()).resolve("result.json"));
    add(report, reports);
  }

  private void add(GradeReport report, List<GradeReport> reports) {
    GradeReport outline = outlines.of(report);
    finished.accept(outline);
    reports.add(outline);
  }
}
