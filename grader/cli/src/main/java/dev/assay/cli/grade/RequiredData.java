package dev.assay.cli.grade;

import dev.assay.cli.problems.Assignments;
import dev.assay.datasets.DataStore;
import dev.assay.datasets.DatasetEntry;
import dev.assay.problems.Problem;
import dev.assay.run.submissions.HandIn;
import dev.assay.run.submissions.SourceText;
import dev.assay.run.submissions.text.JavaOutline;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds requested data that is missing, before anything is graded.
 *
 * <p>Data that ships with Assay is not checked: if it is missing, that is not the user's mistake.
 */
final class RequiredData {
  private final Assignments assignments;
  private final DataStore store;

  RequiredData(Assignments assignments, DataStore store) {
    this.assignments = assignments;
    this.store = store;
  }

  /**
   * Returns a sentence for each incomplete data set, which says how to get it.
   *
   * @param named whether the problems were named: then all are graded, else those that are answered
   */
  List<String> lacks(List<Problem> problems, List<HandIn> submissions, boolean named) {
    List<Problem> without = problems.stream().filter(problem -> !lacks(problem).isEmpty()).toList();
    if (without.isEmpty()) {
      return List.of();
    }
    Set<String> answered = named ? Set.of() : answered(submissions);
    return without.stream()
        .filter(problem -> named || answered.contains(problem.id()))
        .flatMap(problem -> lacks(problem).stream())
        .toList();
  }

  private List<String> lacks(Problem problem) {
    DatasetEntry entry = assignments.of(problem).orElseThrow().entry();
    return entry.isEmbedded()
        ? List.of()
        : store.lack(entry).map(lack -> entry.key() + ": " + lack).stream().toList();
  }

  /** Searches the text of the sources; anything it misses is found when the answer is graded. */
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
