package dev.assay.problems;

import dev.assay.datasets.catalogue.DatasetCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The problems on the class path. */
public final class Problems {
  private final TreeMap<String, Problem> byId = new TreeMap<>();

  private Problems(Iterable<Problem> problems) {
    for (Problem problem : problems) {
      Problem other = byId.put(problem.id(), problem);
      if (other != null) {
        throw new IllegalStateException(
            "two problems have the id %s: %s and %s"
                .formatted(problem.id(), other.getClass().getName(), problem.getClass().getName()));
      }
    }
  }

  /**
   * Loads all problems with ServiceLoader.
   *
   * @throws IllegalStateException when two have the same id
   */
  public static Problems load() {
    return of(ServiceLoader.load(Problem.class));
  }

  /**
   * Takes some problems.
   *
   * @throws IllegalStateException when two have the same id
   */
  public static Problems of(Iterable<Problem> problems) {
    return new Problems(problems);
  }

  /** Ordered by id. */
  public List<Problem> all() {
    return List.copyOf(byId.values());
  }

  /** Returns all ids, in order. */
  public List<String> ids() {
    return List.copyOf(byId.keySet());
  }

  /** The problem of that id; empty where there is none. */
  public Optional<Problem> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The data sets of all problems, in the order of the problems' ids and of their variants. */
  public DatasetCatalogue catalogue() {
    return new DatasetCatalogue(
        byId.values().stream()
            .flatMap(problem -> problem.variants().stream())
            .map(ProblemVariant::data)
            .toList());
  }
}
