package dev.assay.report.gradebook;

import dev.assay.report.checks.Components;
import org.jspecify.annotations.Nullable;

/**
 * Who is graded. What no roster tells is null.
 *
 * @param id unique in the class: the roster's, or the submission's where there is no roster
 * @param name as it is shown; the id where no name is known
 * @param firstName given name
 * @param lastName family name
 * @param email address
 * @param login name by which the student signs in to the learning platform
 * @param sisId number in the student information system
 * @param section group of the class
 */
public record Student(
    String id,
    String name,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String email,
    @Nullable String login,
    @Nullable String sisId,
    @Nullable String section) {
  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if the id or the name is blank
   */
  public Student {
    Components.text("student.id", id);
    Components.text("student.name", name);
  }

  /** A student of whom nothing is known but what the submission is called. */
  public static Student unknown(String id) {
    return new Student(id, id, null, null, null, null, null, null);
  }
}
