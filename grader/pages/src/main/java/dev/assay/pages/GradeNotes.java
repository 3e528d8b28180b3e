package dev.assay.pages;

import dev.assay.findings.PageCode;
import dev.assay.report.gradebook.PointsOverride;
import dev.assay.report.gradebook.ProblemGrade;
import java.util.ArrayList;
import java.util.List;

/** Says why a grade is not what the grader gave. */
public final class GradeNotes {
  private GradeNotes() {}

  /** Returns a sentence for points taken off, and one for points given by a person. */
  public static List<String> of(ProblemGrade grade, PageTexts texts) {
    List<String> notes = new ArrayList<>();
    if (grade.latePoints() > 0) {
      notes.add(texts.say(PageCode.PAGE_LATE, "points", texts.points(grade.latePoints())));
    }
    PointsOverride override = grade.override();
    if (override != null) {
      notes.add(
          texts.say(
              PageCode.PAGE_OVERRIDE,
              "points",
              texts.points(override.points()),
              "raw",
              texts.points(grade.rawPoints()),
              "by",
              override.by(),
              "comment",
              override.comment()));
    }
    return notes;
  }
}
