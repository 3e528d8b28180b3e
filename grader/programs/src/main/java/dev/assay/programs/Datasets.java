package dev.assay.programs;

import dev.assay.datasets.DataStore;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.fetch.CacheFolder;
import dev.assay.datasets.files.DataException;
import dev.assay.problems.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The data sets of Assay's problems for programs of one's own, as {@code keras.datasets} in Keras.
 *
 * <p>Names are those of {@code assay list}: "mnist", "fashion-mnist", "iris",
 * "binary-classification", "multi-label", "basic-regression". The embedded variants come with this
 * class and need no network; the full ones are taken from the folder that the system property
 * {@code assay.data-dir} names, else from Assay's cache, which {@code assay data fetch} fills.
 *
 * <p>Example:
 *
 * <pre>{@code
 * PracticeData data = Datasets.load("mnist");
 * KerasModel model = KerasModel.of(compiled, data.input(), 42);
 * model.fit(data.train(), FitPlan.epochs(5), data.validation());
 * model.evaluate(data.test()).get("accuracy");
 * }</pre>
 */
public final class Datasets {
  /** The seed of {@code assay grade}, by which it splits unless it is told another one. */
  public static final long DEFAULT_SEED = 42;

  private static final String DATA_DIR = "assay.data-dir";
  private static final String FULL = "full";
  private static final String EMBEDDED = "embedded";

  private Datasets() {}

  /** The names that {@link #load} takes, in alphabetical order. */
  public static List<String> names() {
    return Problems.load().catalogue().entries().stream()
        .map(DatasetEntry::id)
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Loads a data set, split as {@code assay grade} splits it: the full variant where it is on this
   * machine, else the embedded one.
   *
   * @param name one of {@link #names}; capitals, blanks and underscores are taken as well: {@code
   *     fashion_mnist}
   * @throws IllegalArgumentException for any other name; the message lists all
   * @throws UncheckedIOException where a file is damaged or cannot be read; the message says what
   *     to do
   */
  public static PracticeData load(String name) {
    List<DatasetEntry> variants = variants(name);
    DatasetEntry chosen =
        find(variants, FULL)
            .filter(full -> store(Path.of("")).isAvailable(full))
            .or(() -> find(variants, EMBEDDED))
            .orElse(variants.get(0));
    return load(chosen, DEFAULT_SEED);
  }

  /**
   * Loads one variant of a data set.
   *
   * @param variant "embedded", "full" or another of {@code assay data list}; "full" of a set that
   *     is embedded as a whole is the embedded one
   * @throws IllegalArgumentException where there is no such name or variant
   * @throws UncheckedIOException where its files are missing or damaged
   */
  public static PracticeData load(String name, String variant) {
    return load(name, variant, DEFAULT_SEED);
  }

  /**
   * Loads one variant of a data set, split by another seed: that of {@code assay grade --seed}.
   *
   * @throws IllegalArgumentException where there is no such name or variant
   * @throws UncheckedIOException where its files are missing or damaged
   */
  public static PracticeData load(String name, String variant, long seed) {
    List<DatasetEntry> variants = variants(name);
    boolean whole = variants.size() == 1 && variant.equals(FULL);
    DatasetEntry chosen =
        find(variants, whole ? EMBEDDED : variant)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Datasets: %s has no variant '%s'. Available: %s."
                            .formatted(
                                variants.get(0).id(),
                                variant,
                                String.join(
                                    ", ", variants.stream().map(DatasetEntry::variant).toList()))));
    return load(chosen, seed);
  }

  private static Optional<DatasetEntry> find(List<DatasetEntry> variants, String variant) {
    return variants.stream().filter(entry -> entry.variant().equals(variant)).findFirst();
  }

  private static List<DatasetEntry> variants(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    List<String> meant =
        names().stream()
            .filter(known -> known.equals(wanted) || known.endsWith("-" + wanted))
            .toList();
    if (!names().contains(wanted) && meant.size() != 1) {
      throw new IllegalArgumentException(
          "Datasets: unknown data set '%s'. Available: %s."
              .formatted(name, String.join(", ", names())));
    }
    return Problems.load().catalogue().variants(names().contains(wanted) ? wanted : meant.get(0));
  }

  private static PracticeData load(DatasetEntry entry, long seed) {
    try (EmbeddedFiles embedded = EmbeddedFiles.open()) {
      return PracticeData.of(store(embedded.folder()).load(entry, seed));
    } catch (DataException e) {
      throw new UncheckedIOException(e.getMessage(), new IOException(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DataStore store(Path embedded) {
    return new DataStore(embedded, dataDir(), CacheFolder.current());
  }

  private static @Nullable Path dataDir() {
    String set = System.getProperty(DATA_DIR);
    if (set == null || set.isBlank()) {
      return null;
    }
    if (!Files.isDirectory(Path.of(set))) {
      throw new IllegalArgumentException(
          "Datasets: the system property %s names a folder that does not exist: %s. It must contain mnist/, fashion-mnist/, ... as `assay data list` shows them."
              .formatted(DATA_DIR, set));
    }
    return Path.of(set);
  }
}
