package dev.assay.report.gradebook.building;

import dev.assay.report.GradeReport;
import dev.assay.report.gradebook.GradeState;
import dev.assay.report.gradebook.ProblemGrade;
import dev.assay.report.gradebook.policy.ClassSettings;
import dev.assay.report.gradebook.policy.ProblemSettings;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes the grades of one student.
 *
 * @param settings of the class
 * @param work what the student handed in
 * @param isMeant tells whether a name in the settings is the student's
 */
record StudentGrades(ClassSettings settings, List<HandedInWork> work, Predicate<String> isMeant) {
  /** The grade for a problem, without points given by hand. */
  ProblemGrade grade(String problem) {
    if (isExcused(problem)) {
      return ProblemGrade.without(GradeState.EXCUSED);
    }
    ProblemSettings set = settings.problem(problem).orElseGet(() -> ProblemSettings.of(problem));
    ZonedDateTime due = settings.deadlines().due(set, isMeant);
    List<Attempt> attempts = new ArrayList<>();
    List<Attempt> useless = new ArrayList<>();
    for (HandedInWork each : work) {
      Optional<GradeReport> own = report(each, problem);
      Optional<GradeReport> none = report(each, GradeReport.NO_PROBLEM);
      if (own.isPresent() || each.waiting()) {
        attempts.add(attempt(each, own, due));
      } else if (none.isPresent()) {
        Attempt attempt = attempt(each, none, due);
        // What the grader failed on may have been an answer.
        (attempt.isGraded() ? useless : attempts).add(attempt);
      }
    }
    return AttemptChoice.grade(settings.attempts(), attempts.isEmpty() ? useless : attempts);
  }

  private boolean isExcused(String problem) {
    return settings.excused().stream()
        .filter(excuse -> excuse.problem() == null || excuse.problem().equals(problem))
        .anyMatch(excuse -> excuse.student() == null || isMeant.test(excuse.student()));
  }

  private static Optional<GradeReport> report(HandedInWork work, String problem) {
    return work.reports().stream().filter(report -> report.problem().equals(problem)).findFirst();
  }

  private Attempt attempt(
      HandedInWork work, Optional<GradeReport> report, @Nullable ZonedDateTime due) {
    double off =
        due == null || work.handedIn() == null
            ? 0
            : settings.deadlines().late().percentOff(work.handedIn(), due);
    return new Attempt(work.submission(), report.orElse(null), work.handedIn(), off);
  }
}
