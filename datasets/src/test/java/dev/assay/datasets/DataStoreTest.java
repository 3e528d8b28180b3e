package dev.assay.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.fetch.FileCheck;
import dev.assay.datasets.files.DataException;
import dev.assay.findings.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataStoreTest {
  @TempDir private Path temp;
  private final SmallImages images = new SmallImages();
  private final DatasetEntry entry = images.entry("full");
  private Path cached;
  private Path own;
  private DataStore cacheStore;
  private DataStore ownStore;

  @BeforeEach
  void makeFolders() throws IOException {
    cached = temp.resolve("cache").resolve("datasets").resolve("small-images");
    own = temp.resolve("data").resolve("small-images");
    images.writeTo(cached);
    images.writeTo(own);
    cacheStore = new DataStore(temp.resolve("embedded"), null, temp.resolve("cache"));
    ownStore = new DataStore(temp.resolve("embedded"), temp.resolve("data"), temp.resolve("cache"));
  }

  @Test
  void loadsFromTheCacheAndFromADataFolder() throws Exception {
    Dataset data = cacheStore.load(entry, 1);
    assertThat(data.train().size()).isEqualTo(54);
    assertThat(data.validation().size()).isEqualTo(6);
    assertThat(data.hidden().features()).isEqualTo(NumericArray.ofBytes(Bytes.noise(80), 20, 2, 2));
    assertThat(data.notes()).isEmpty();
    assertThat(ownStore.load(entry, 1)).isEqualTo(data);
  }

  @Test
  void readsUnpackedFilesToo() throws Exception {
    Dataset packed = cacheStore.load(entry, 1);
    for (String name : images.content.keySet()) {
      Files.delete(cached.resolve(name));
      Files.write(
          cached.resolve(name.replace(".gz", "")), images.content.getOrDefault(name, new byte[0]));
    }
    assertThat(cacheStore.load(entry, 1)).isEqualTo(packed);
    assertThat(cacheStore.verify(entry)).allMatch(FileCheck::isPublishedContent);
  }

  @Test
  void namesEachMissingFileAndTheWaysToGetIt() throws Exception {
    Files.delete(own.resolve("train-labels.gz"));
    Files.delete(own.resolve("test-images.gz"));
    assertThat(ownStore.isAvailable(entry)).isFalse();
    assertThatThrownBy(() -> ownStore.load(entry, 1))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Small images is not complete: %s lacks files. Missing: train-labels.gz,"
                + " test-images.gz. Get it with './assay data fetch small', or name the folder"
                + " that holds small-images/ with --data-dir DIR.",
            own);
  }

  @Test
  void saysThatAFolderDoesNotExist() {
    DataStore store = new DataStore(temp, temp.resolve("nowhere"), temp);
    assertThatThrownBy(() -> store.load(entry, 1))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(
            temp.resolve("nowhere").resolve("small-images") + " does not exist. Missing:");
    DatasetEntry embedded = images.entry("embedded");
    assertThatThrownBy(() -> store.load(embedded, 1))
        .hasMessageContaining("restore it with 'git checkout -- datasets/embedded'");
  }

  @Test
  void aCachedFileMustBeThePublishedOne() throws Exception {
    replace(cached, "test-labels.gz", Bytes.idx(new byte[20], 20));
    assertThatThrownBy(() -> cacheStore.load(entry, 1))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("In " + cached + ": test-labels.gz differs from the published file")
        .hasMessageEndingWith("Replace it with './assay data fetch small'.");
  }

  @Test
  void aUsersFileMayDifferAndIsNamed() throws Exception {
    Dataset published = ownStore.load(entry, 1);
    replace(own, "test-labels.gz", Bytes.idx(new byte[20], 20));
    Dataset data = ownStore.load(entry, 1);
    assertThat(data.notes())
        .singleElement()
        .asString()
        .startsWith("test-labels.gz differs from the published file (SHA-256 ");
    assertThat(data.fingerprint()).isNotEqualTo(published.fingerprint());
    assertThat(ownStore.verify(entry))
        .extracting(FileCheck::status)
        .containsExactly(
            FileCheck.Status.OK,
            FileCheck.Status.OK,
            FileCheck.Status.OK,
            FileCheck.Status.DIFFERS);
  }

  @Test
  void aRepackedFileIsTheSameData() throws Exception {
    Dataset published = ownStore.load(entry, 1);
    byte[] packed = images.packed("test-labels.gz");
    Files.write(own.resolve("test-labels.gz"), Bytes.with(packed, 4, 1, 2, 3, 4)); // its time
    Dataset data = ownStore.load(entry, 1);
    assertThat(data.fingerprint()).isEqualTo(published.fingerprint());
    assertThat(data.notes())
        .extracting(Sentence::text)
        .containsExactly("recompressed, with the published content: test-labels.gz");
  }

  @Test
  void aUsersFileMustBeWellFormed() throws Exception {
    byte[] packed = images.packed("train-images.gz");
    Files.write(own.resolve("train-images.gz"), Arrays.copyOf(packed, packed.length / 2));
    assertThatThrownBy(() -> ownStore.load(entry, 1))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("train-images.gz, byte " + packed.length / 2)
        .hasMessageContaining("the gzip file is corrupt");
    assertThat(ownStore.verify(entry).get(0).status()).isEqualTo(FileCheck.Status.UNREADABLE);
  }

  @Test
  void verifyFindsMissingFiles() throws Exception {
    Files.delete(own.resolve("train-images.gz"));
    FileCheck check = ownStore.verify(entry).get(0);
    assertThat(check.status()).isEqualTo(FileCheck.Status.MISSING);
    assertThat(check.message().text()).isEqualTo("train-images.gz is missing");
    assertThat(check.isPublishedContent()).isFalse();
  }

  @Test
  void takesASetFromASharedFolderThatHoldsAllOfIt() throws Exception {
    Path shared = temp.resolve("shared");
    images.writeTo(shared.resolve("datasets").resolve("small-images"));
    DataStore sharing = new DataStore(temp, null, temp.resolve("none")).sharing(shared);
    assertThat(sharing.folder(entry)).startsWithRaw(shared);
    assertThat(sharing.load(entry, 1)).isEqualTo(cacheStore.load(entry, 1));
    replace(sharing.folder(entry), "train-images.gz", new byte[] {1});
    assertThatThrownBy(() -> sharing.load(entry, 1)).isInstanceOf(DataException.class);
    Files.delete(sharing.folder(entry).resolve("train-images.gz"));
    assertThat(sharing.folder(entry)).startsWithRaw(temp.resolve("none"));
    assertThat(ownStore.sharing(shared).folder(entry)).isEqualTo(own);
  }

  private static void replace(Path folder, String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), Bytes.gzip(content));
  }
}
