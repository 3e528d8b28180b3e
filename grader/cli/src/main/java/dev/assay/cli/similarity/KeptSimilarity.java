package dev.assay.cli.similarity;

import dev.assay.pages.classroom.SharedChoices;
import dev.assay.similarity.SimilarityJson;
import dev.assay.similarity.SimilarityReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads what an earlier {@code assay similarity} found, for the page of the class. */
public final class KeptSimilarity {
  private KeptSimilarity() {}

  /**
   * Reads it from a run's folder.
   *
   * @return nothing where it was not looked for
   * @throws IOException if the file cannot be read
   */
  public static SharedChoices read(Path folder) throws IOException {
    Path file = ClassSources.file(folder);
    if (!Files.exists(file)) {
      return SharedChoices.NONE;
    }
    SimilarityReport report = SimilarityJson.read(Files.readString(file));
    return new SharedChoices(
        report.pairs().stream()
            .map(
                pair ->
                    new SharedChoices.Pair(
                        pair.first(), pair.second(), pair.shared(), pair.evidence()))
            .toList(),
        report.groups().stream()
            .map(group -> new SharedChoices.Group(group.what(), group.answers()))
            .toList());
  }
}
