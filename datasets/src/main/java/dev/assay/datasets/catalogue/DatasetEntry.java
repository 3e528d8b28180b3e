package dev.assay.datasets.catalogue;

import java.util.Locale;

/**
 * One variant of a data set in the catalogue.
 *
 * @param id the problem that it belongs to, such as {@code mnist}
 * @param variant {@code embedded}, {@code full} or another one of the problem's
 * @param title its name for people
 * @param origin source, licence, citation and what it stands in for
 * @param fileSet folder and files with their digests
 * @param layout how the files are read: features and target
 * @param split how rows are divided
 */
public record DatasetEntry(
    String id,
    String variant,
    String title,
    Origin origin,
    FileSet fileSet,
    Layout layout,
    SplitRule split) {
  /** The variant whose files ship with Assay. */
  public static final String EMBEDDED = "embedded";

  /** The variant as it was published. */
  public static final String FULL = "full";

  public DatasetEntry {
    int expected = layout instanceof TableLayout ? 1 : split.hidden() == null ? 4 : 2;
    if (fileSet.files().size() != expected) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s/%s must have %d files. Received: %d",
              id,
              variant,
              expected,
              fileSet.files().size()));
    }
    if (layout.target().multiLabel() && split.stratified()) {
      throw new IllegalArgumentException(
          "%s/%s: examples of several labels cannot be split by class".formatted(id, variant));
    }
  }

  /** Returns whether its files ship with Assay. */
  public boolean isEmbedded() {
    return variant.equals(EMBEDDED);
  }

  /** The input of a model. */
  public FeatureSpec features() {
    return layout.features();
  }

  /** Returns the target that a model predicts. */
  public Target target() {
    return layout.target();
  }

  /** Id and variant, such as {@code mnist/full}. */
  public String key() {
    return id + "/" + variant;
  }

  /** The command that fetches it. */
  public String fetchCommand() {
    return "./assay data fetch " + id + (variant.equals(FULL) ? "" : " --data " + variant);
  }
}
