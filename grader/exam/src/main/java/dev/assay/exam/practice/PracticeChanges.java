package dev.assay.exam.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an attempt has that the one before it at the same problem had not.
 *
 * @param settings the old and the new value of each setting that differs, by name
 * @param removed lines of layers that are gone
 * @param added lines of layers that are new
 */
public record PracticeChanges(
    Map<String, Setting> settings, List<String> removed, List<String> added) {
  /** A setting that was changed. */
  public record Setting(String before, String after) {}

  /** Copies what differs. */
  public PracticeChanges {
    settings = new TreeMap<>(settings);
    removed = List.copyOf(removed);
    added = List.copyOf(added);
  }

  /** Compares two attempts; of one whose model was not built nothing is known to differ. */
  public static PracticeChanges between(PracticeAttempt before, PracticeAttempt after) {
    Map<String, Setting> settings = new TreeMap<>();
    if (before.layers().isEmpty() || after.layers().isEmpty()) {
      return new PracticeChanges(settings, List.of(), List.of());
    }
    after
        .settings()
        .forEach(
            (name, value) -> {
              String old = before.settings().getOrDefault(name, "");
              if (!old.equals(value)) {
                settings.put(name, new Setting(old, value));
              }
            });
    return new PracticeChanges(
        settings,
        without(before.layers(), after.layers()),
        without(after.layers(), before.layers()));
  }

  private static List<String> without(List<String> all, List<String> others) {
    List<String> left = new ArrayList<>(all);
    others.forEach(left::remove);
    return left;
  }

  /** Returns whether nothing is known to differ. */
  public boolean isEmpty() {
    return settings.isEmpty() && removed.isEmpty() && added.isEmpty();
  }
}
