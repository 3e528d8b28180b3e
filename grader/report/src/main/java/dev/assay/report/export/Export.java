package dev.assay.report.export;

import dev.assay.findings.Sentence;
import dev.assay.report.checks.Components;
import java.util.List;

/**
 * What a writer made of grades.
 *
 * @param files at least one, by different names
 * @param notes what the instructor should know, such as who was not found; may be empty
 */
public record Export(List<ExportedFile> files, List<Sentence> notes) {
  /**
   * Checks and copies the components.
   *
   * @throws IllegalArgumentException if there is no file, or two have the same name
   */
  public Export {
    files = Components.list("files", files);
    notes = Components.list("notes", notes);
    if (files.isEmpty()
        || files.stream().map(ExportedFile::name).distinct().count() < files.size()) {
      throw new IllegalArgumentException(
          "files must have different names. Received: "
              + files.stream().map(ExportedFile::name).toList());
    }
  }

  /** One file in UTF-8, with nothing to tell. */
  public static Export of(String name, String text) {
    return new Export(List.of(ExportedFile.of(name, text)), List.of());
  }
}
