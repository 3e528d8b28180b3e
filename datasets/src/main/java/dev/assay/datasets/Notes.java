package dev.assay.datasets;

import dev.assay.datasets.fetch.FileCheck;
import java.util.ArrayList;
import java.util.List;

/** Sentences about files that differ from the published ones. */
final class Notes {
  private Notes() {}

  static List<String> of(List<FileCheck> checks) {
    List<String> notes = new ArrayList<>();
    List<String> repacked = new ArrayList<>();
    for (FileCheck check : checks) {
      switch (check.status()) {
        case OK -> {}
        case REPACKED -> repacked.add(String.valueOf(check.path().getFileName()));
        case DIFFERS, MISSING, UNREADABLE -> notes.add(check.message());
      }
    }
    if (!repacked.isEmpty()) {
      notes.add("recompressed, with the published content: " + String.join(", ", repacked));
    }
    return notes;
  }
}
