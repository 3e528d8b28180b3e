package dev.assay.pages.classroom;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A student in the table.
 *
 * @param name as it is shown
 * @param id below the name; null where it is the name
 * @param section group of the class; null where none is known
 * @param nothing whether the student handed in nothing at all
 * @param cells one for each problem
 * @param total per cent
 * @param state whether the student has passed, for people
 * @param style the class of the state's style
 * @param verdicts the names of all verdicts of the student, for the filter
 */
public record StudentRow(
    String name,
    @Nullable String id,
    @Nullable String section,
    boolean nothing,
    List<Cell> cells,
    double total,
    String state,
    String style,
    String verdicts) {
  /** What the filter calls students who handed in nothing. */
  public static final String NOTHING = "NOTHING";

  /** Copies the components. */
  public StudentRow {
    cells = List.copyOf(cells);
  }

  /**
   * A grade.
   *
   * @param points that count
   * @param text the points, or why there are none
   * @param verdict for people; null where there is no result
   * @param style the class of the verdict's style; null where there is no result
   * @param href the page of the answer; null where there is none
   * @param missing whether nothing was handed in
   * @param notes on points taken off or given by a person
   */
  public record Cell(
      double points,
      String text,
      @Nullable String verdict,
      @Nullable String style,
      @Nullable String href,
      boolean missing,
      List<String> notes) {
    /** Copies the components. */
    public Cell {
      notes = List.copyOf(notes);
    }
  }
}
