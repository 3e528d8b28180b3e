package dev.assay.datasets.catalogue;

import java.util.List;

/**
 * A column of a CSV file and its treatment.
 *
 * @param name in the header
 * @param kind how it is treated
 * @param categories for one-hot columns: the values, or the starts of values, that may occur
 */
public record Column(String name, Kind kind, List<String> categories) {
  /** The treatment of a column. */
  public enum Kind {
    /** A number, one feature. */
    NUMBER,
    /** A number, one feature; a row where it is empty is dropped. */
    NUMBER_OR_DROP,
    /** A feature for each category: 1 if the value is that category, otherwise 0. */
    ONE_HOT,
    /** Like {@link #ONE_HOT}, but compares only the start of the value. */
    ONE_HOT_BY_PREFIX,
    /** The value to predict. */
    TARGET,
    /** Read past. */
    IGNORED
  }

  public Column {
    categories = List.copyOf(categories);
  }

  public static Column number(String name) {
    return new Column(name, Kind.NUMBER, List.of());
  }

  public static Column numberOrDrop(String name) {
    return new Column(name, Kind.NUMBER_OR_DROP, List.of());
  }

  public static Column oneHot(String name, String... categories) {
    return new Column(name, Kind.ONE_HOT, List.of(categories));
  }

  public static Column oneHotByPrefix(String name, String... prefixes) {
    return new Column(name, Kind.ONE_HOT_BY_PREFIX, List.of(prefixes));
  }

  public static Column target(String name) {
    return new Column(name, Kind.TARGET, List.of());
  }

  public static Column ignored(String name) {
    return new Column(name, Kind.IGNORED, List.of());
  }

  /** Names of the features that the column becomes, such as {@code origin=usa}. */
  List<String> featureNames() {
    return switch (kind) {
      case NUMBER, NUMBER_OR_DROP -> List.of(name);
      case ONE_HOT, ONE_HOT_BY_PREFIX ->
          categories.stream().map(category -> name + "=" + category).toList();
      case TARGET, IGNORED -> List.of();
    };
  }
}
