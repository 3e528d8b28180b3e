package dev.assay.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.datasets.DataStore;
import dev.assay.datasets.Dataset;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.fetch.FileCheck;
import dev.assay.datasets.files.DataException;
import dev.assay.datasets.files.RawFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A problem's data as its tests load it: what ships with Assay, or the published files of a folder
 * that {@code -Dassay.datasets} names.
 *
 * @param entry the description of a variant's data
 */
public record ProblemData(DatasetEntry entry) {
  private static final Path NO_CACHE = Path.of("no-cache");

  /** The data of a variant of a problem that ServiceLoader finds. */
  public static ProblemData of(String problem, String variant) {
    return new ProblemData(Problems.load().catalogue().entry(problem, variant));
  }

  /** Loads it; a test of published data is skipped where there is none. */
  public Dataset load(long seed) throws DataException {
    return new DataStore(embedded(), entry.isEmbedded() ? null : published(), NO_CACHE)
        .load(entry, seed);
  }

  /** The folder of all data that ships with Assay. */
  public static Path embedded() {
    return home().resolve("datasets").resolve("embedded");
  }

  /** Checks that the files are those with the described digests. */
  void checkFiles() throws DataException {
    for (FileCheck check : new DataStore(embedded(), null, NO_CACHE).verify(entry)) {
      assertThat(check.status()).isEqualTo(FileCheck.Status.OK);
      RawFile raw = RawFile.read(check.path());
      assertThat(raw.bytes()).hasSize((int) check.file().bytes());
      assertThat(raw.contentSha256()).isEqualTo(check.file().unpackedSha256());
    }
  }

  private static Path published() {
    String named = System.getProperty("assay.datasets");
    Path folder =
        named == null ? home().resolveSibling("shared").resolve("datasets") : Path.of(named);
    assumeTrue(
        Files.isDirectory(folder),
        () ->
            "there is no real data in %s. Name a folder that has it with -Dassay.datasets."
                .formatted(folder));
    return folder;
  }

  private static Path home() {
    return Path.of(System.getProperty("assay.home", "../..")).toAbsolutePath().normalize();
  }
}
