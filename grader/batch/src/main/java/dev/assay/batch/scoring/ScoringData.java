package dev.assay.batch.scoring;

import dev.assay.batch.BatchFolder;
import dev.assay.batch.HiddenPart;
import dev.assay.datasets.DataStore;
import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.files.DataException;
import dev.assay.datasets.hidden.HiddenSource;
import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.problems.ProblemVariant;
import dev.assay.problems.Problems;
import dev.assay.report.GradeReport;
import dev.assay.run.fresh.FreshSeed;
import dev.assay.run.grading.GradingFiles;
import dev.assay.run.rescoring.KeptPredictions;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the hidden labels that belong to a result, each data set loaded once. */
final class ScoringData {
  private static final char OTHER_HIDDEN = '+';

  private final DataStore store;
  private final @Nullable HiddenSet corrected;
  private final @Nullable HiddenSource fresh;
  private final Map<String, List<Dataset>> loaded = new HashMap<>();

  /**
   * Data for the results of a run.
   *
   * @param corrected takes the place of the set that they were scored on; null for that set
   * @throws IOException if the seed of a part that was drawn for the run cannot be read
   */
  ScoringData(Problems problems, DataStore store, BatchFolder run, @Nullable HiddenSet corrected)
      throws IOException {
    this.store = store;
    this.corrected = corrected;
    fresh =
        FreshSeed.isIn(run.path()) ? new HiddenPart(null, true).source(problems, run, true) : null;
  }

  /**
   * The data to score a result on: the corrected set where it is for this problem, else that which
   * the result was scored on, or its features with other labels.
   *
   * @throws SentenceException if there is none
   */
  Dataset of(GradeReport report, ProblemVariant variant, GradingFiles files)
      throws SentenceException {
    List<Dataset> known = known(variant, report.circumstances().provenance().seed());
    if (corrected != null) {
      return known.stream()
          .filter(data -> KeptPredictions.areOf(data.hidden().features(), files))
          .findFirst()
          .orElse(known.get(0));
    }
    String digest = report.circumstances().provenance().digests().data();
    for (Dataset data : known) {
      if (data.fingerprint().equals(digest)) {
        return data;
      }
    }
    boolean usual =
        report.dataset() != null && report.dataset().variant().indexOf(OTHER_HIDDEN) < 0;
    return known.stream()
        .filter(data -> usual && KeptPredictions.areOf(data.hidden().features(), files))
        .findFirst()
        .orElseThrow(
            () ->
                new SentenceException(
                    Sentence.of(
                        NoteCode.SCORE_OTHER_EXAMPLES,
                        "submission",
                        report.submission().id(),
                        "problem",
                        report.problem())));
  }

  private List<Dataset> known(ProblemVariant variant, long seed) throws SentenceException {
    String key = variant.data().key() + "/" + seed;
    List<Dataset> known = loaded.get(key);
    if (known == null) {
      try {
        known = load(variant, seed);
      } catch (DataException e) {
        throw new SentenceException(SentenceException.of(e), e);
      }
      loaded.put(key, known);
    }
    return known;
  }

  /** The set in the order of the usual hidden examples, where they are the same but for labels. */
  private static Optional<Dataset> ordered(Dataset set, Examples usual) {
    Examples own = set.hidden();
    Map<String, Deque<Integer>> places = new HashMap<>();
    for (int i = 0; i < own.size(); i++) {
      places.computeIfAbsent(row(own, i), digest -> new ArrayDeque<>()).add(i);
    }
    int[] order = new int[own.size()];
    for (int i = 0; i < usual.size() && usual.size() == own.size(); i++) {
      Integer place = places.getOrDefault(row(usual, i), new ArrayDeque<>()).poll();
      if (place == null) {
        return Optional.empty();
      }
      order[i] = place;
    }
    Dataset ordered =
        new Dataset(
            set.entry(),
            set.train(),
            set.validation(),
            own.take(order),
            set.fingerprint(),
            set.notes());
    return usual.size() == own.size() ? Optional.of(ordered) : Optional.empty();
  }

  private static String row(Examples examples, int index) {
    return examples.features().take(new int[] {index}).sha256();
  }

  private List<Dataset> load(ProblemVariant variant, long seed) throws DataException {
    Dataset usual = store.load(variant.data(), seed);
    if (corrected != null) {
      Dataset set = corrected.source().into(usual);
      return Stream.concat(Stream.of(set), ordered(set, usual.hidden()).stream()).toList();
    }
    List<Dataset> all = new ArrayList<>(List.of(usual));
    if (fresh != null && variant.hiddenGenerator() != null) {
      all.add(fresh.into(usual));
    }
    return all;
  }
}
