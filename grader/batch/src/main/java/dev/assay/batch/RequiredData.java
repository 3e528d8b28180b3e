package dev.assay.batch;

import dev.assay.datasets.DataStore;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.findings.Sentence;
import dev.assay.problems.Problem;
import dev.assay.run.submissions.HandIn;
import dev.assay.run.submissions.SourceText;
import dev.assay.run.submissions.text.JavaOutline;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds before anything is graded which data of a batch is missing.
 *
 * <p>Data that ships with Assay is left out: that it is missing is no mistake of the user's.
 */
public record RequiredData(Selection selection) {
  /**
   * A data set that is not complete.
   *
   * @param entry of the catalogue
   * @param reason which files are missing, and how to get them
   */
  public record Missing(DatasetEntry entry, Sentence reason) {}

  /**
   * The data sets that are not complete, of the problems that were named or are answered.
   *
   * @param submissions of the batch; only read where their problems were not named
   */
  public List<Missing> missing(List<HandIn> submissions) {
    List<Problem> without =
        selection.problems().stream().filter(problem -> missing(problem).isPresent()).toList();
    if (without.isEmpty()) {
      return List.of();
    }
    Set<String> answered = selection.named() ? Set.of() : answered(submissions);
    return without.stream()
        .filter(problem -> selection.named() || answered.contains(problem.id()))
        .flatMap(problem -> missing(problem).stream())
        .toList();
  }

  private Optional<Missing> missing(Problem problem) {
    DatasetEntry entry = selection.assignment(problem).entry();
    DataStore store = selection.assignments().store();
    return entry.isEmbedded()
        ? Optional.empty()
        : store.lack(entry).map(reason -> new Missing(entry, reason));
  }

  /** Searches the sources' text; what it misses is found when the answer is graded. */
  private static Set<String> answered(List<HandIn> submissions) {
    Set<String> ids = new TreeSet<>();
    for (HandIn submission : submissions) {
      for (SourceText source : submission.read().sources()) {
        ids.addAll(JavaOutline.of(source.text()).answers());
      }
    }
    return ids;
  }
}
