package dev.assay.cli.gradebook;

import dev.assay.commons.text.Paragraph;
import dev.assay.findings.Catalogue;
import dev.assay.findings.Sentence;
import dev.assay.report.gradebook.building.ClassGrades;
import dev.assay.report.text.GradebookTable;
import java.util.ArrayList;
import java.util.List;

/**
 * The grades of a class with their notes, for people.
 *
 * @param texts the language
 * @param columns the width of a line
 */
public record GradesText(Catalogue texts, int columns) {
  /** The table, then a note for whatever was not used. */
  public List<String> lines(ClassGrades grades) {
    List<String> lines = new ArrayList<>(GradebookTable.lines(grades.gradebook(), columns, texts));
    lines.addAll(notes(grades.notes()));
    return lines;
  }

  /** A paragraph for each note. */
  public List<String> notes(List<Sentence> notes) {
    return notes.stream()
        .flatMap(note -> Paragraph.wrap("", 2, note.text(texts), columns).stream())
        .toList();
  }
}
