package dev.assay.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.assay.report.checks.Components;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data an answer was trained and scored on. In JSON the sizes stand beside the other fields.
 *
 * @param id the data set's name in the catalogue
 * @param title its name for people
 * @param variant which of its variants: {@code full}, {@code embedded} ...
 * @param fingerprint SHA-256 over the arrays and the split
 * @param sizes examples in each part
 * @param standsInFor the data set this variant is a stand-in for; null if it is the original
 * @param notes what a reader must know about the data, such as dropped rows or enlarged images
 */
public record DatasetSummary(
    String id,
    String title,
    String variant,
    String fingerprint,
    SplitSizes sizes,
    @Nullable String standsInFor,
    List<SentenceLine> notes) {

  /**
   * Checks and copies the components.
   *
   * @throws IllegalArgumentException if a text is blank
   */
  public DatasetSummary {
    Components.text("dataset.id", id);
    Components.text("dataset.title", title);
    Components.text("dataset.variant", variant);
    Components.text("dataset.fingerprint", fingerprint);
    Components.present("dataset.sizes", sizes);
    Components.textOrNull("dataset.standsInFor", standsInFor);
    notes = Components.list("dataset.notes", notes);
  }

  @JsonValue
  Flat flat() {
    return new Flat(
        id,
        title,
        variant,
        fingerprint,
        sizes.train(),
        sizes.validation(),
        sizes.hidden(),
        standsInFor,
        notes);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static DatasetSummary of(Flat flat) {
    return new DatasetSummary(
        flat.id,
        flat.title,
        flat.variant,
        flat.fingerprint,
        new SplitSizes(flat.train, flat.validation, flat.hidden),
        flat.standsInFor,
        flat.notes);
  }

  /** The fields as they stand in JSON. */
  record Flat(
      String id,
      String title,
      String variant,
      String fingerprint,
      int train,
      int validation,
      int hidden,
      @Nullable String standsInFor,
      List<SentenceLine> notes) {}
}
