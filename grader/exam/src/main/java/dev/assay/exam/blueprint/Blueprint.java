package dev.assay.exam.blueprint;

import dev.assay.report.checks.Components;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The plan of an exam, as {@code reports/blueprint.schema.json} describes it.
 *
 * @param id a short name: lower case, digits and hyphens
 * @param title its name for people
 * @param categories its parts in order, at least one
 * @param rules how it is sat
 * @param data what answers are trained and scored on
 * @param language of sheets and starters; null for the user's
 */
public record Blueprint(
    String id,
    Label title,
    List<Category> categories,
    ExamRules rules,
    DataPlan data,
    @Nullable Locale language) {
  /** Checks and copies the components. */
  public Blueprint {
    Components.text("blueprint.id", id);
    categories = Components.list("blueprint.categories", categories);
    if (categories.isEmpty()) {
      throw new IllegalArgumentException("categories must not be empty");
    }
  }

  /** The same blueprint with another time until the deadline. */
  public Blueprint minutes(int minutes) {
    return new Blueprint(id, title, categories, rules.minutes(minutes), data, language);
  }
}
