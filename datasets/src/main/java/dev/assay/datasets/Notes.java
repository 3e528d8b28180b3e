package dev.assay.datasets;

import dev.assay.datasets.fetch.FileCheck;
import dev.assay.findings.DataCode;
import dev.assay.findings.Sentence;
import java.util.ArrayList;
import java.util.List;

/** Says which files differ from the published ones. */
final class Notes {
  private Notes() {}

  static List<Sentence> of(List<FileCheck> checks) {
    List<Sentence> notes = new ArrayList<>();
    List<String> repacked = new ArrayList<>();
    for (FileCheck check : checks) {
      switch (check.status()) {
        case OK -> {}
        case REPACKED -> repacked.add(String.valueOf(check.path().getFileName()));
        case DIFFERS, MISSING, UNREADABLE -> notes.add(check.message());
      }
    }
    if (!repacked.isEmpty()) {
      notes.add(Sentence.of(DataCode.FILES_REPACKED, "files", repacked));
    }
    return notes;
  }
}
