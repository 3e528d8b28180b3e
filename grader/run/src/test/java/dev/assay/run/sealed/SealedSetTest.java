package dev.assay.run.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.DataStore;
import dev.assay.datasets.Dataset;
import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.hidden.HiddenFile;
import dev.assay.problems.Problems;
import dev.assay.run.Workbench;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedSetTest {
  private static final DatasetEntry IRIS = Problems.load().catalogue().entry("iris", "embedded");
  private static final String HEADER =
      "sepal_length,sepal_width,petal_length,petal_width,species\n";

  /** The first is not in Fisher's data, the last is. */
  private static final String ROWS =
      "5.15,3.55,1.45,0.25,setosa\n6.15,3.05,4.75,1.45,versicolor\n6.35,3.35,6.05,2.55,virginica\n";

  @TempDir private Path folder;
  private final SealKey key = SealKey.random();

  private static HiddenFile csv(String rows) {
    return new HiddenFile("mine.csv", (HEADER + rows).getBytes(StandardCharsets.UTF_8));
  }

  private Path seal(Secret secret) throws Exception {
    Path file = folder.resolve("hidden.sealed");
    SealedSet.seal(IRIS, List.of(csv(ROWS)), secret, file);
    return file;
  }

  private static Dataset usual() throws Exception {
    Path embedded = Workbench.installation().embeddedData();
    return new DataStore(embedded, null, Path.of("none")).load(IRIS, 42);
  }

  @Test
  void whatIsSealedIsOpenedWithTheKeyOnly() throws Exception {
    Path file = seal(key);
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
        .contains("iris", "embedded", "float32 [4], 3 classes")
        .doesNotContain("setosa", "5.15", "mine.csv");
    assertThat(SealedSet.subject(file))
        .isEqualTo(new Subject("iris", "embedded", "float32 [4], 3 classes", 3));
    SealedSet opened = SealedSet.open(file, SealKey.parse(key.text(), "test"));
    Examples examples = opened.examples(IRIS);
    assertThat(examples.features().getFloat(4)).isEqualTo(6.15f);
    assertThat(examples.labels().getInt(2)).isEqualTo(2);
    assertThat(opened.keyId()).isEqualTo(key.id());
  }

  @Test
  void anotherKeyIsNamed() throws Exception {
    Path file = seal(key);
    SealKey other = SealKey.random();
    assertThatExceptionOfType(SealException.class)
        .isThrownBy(() -> SealedSet.open(file, other))
        .withMessage(
            "Wrong key: %s was sealed with key %s, but key %s was given.",
            file, key.id(), other.id());
  }

  @Test
  void aPassphraseOpensItAndAnotherIsNamed() throws Exception {
    Passphrase passphrase = new Passphrase("correct horse battery", "test");
    Path file = seal(passphrase);
    assertThat(SealedSet.open(file, passphrase).examples(IRIS).size()).isEqualTo(3);
    assertThatThrownBy(() -> SealedSet.open(file, new Passphrase("correct horse bottery", "test")))
        .hasMessage("Wrong passphrase: %s was sealed with another one.", file);
    assertThatThrownBy(() -> SealedSet.open(file, key))
        .hasMessageContaining("sealed with a passphrase, not with a key");
    Files.delete(file);
    seal(key);
    assertThatThrownBy(() -> SealedSet.open(file, passphrase))
        .hasMessageContaining("sealed with a key, not with a passphrase");
  }

  @Test
  void theSameFilesSealedTwiceHaveNothingInCommonThatIsSeen() throws Exception {
    SealedSet one = SealedSet.seal(IRIS, List.of(csv(ROWS)), key, folder.resolve("one"));
    SealedSet two = SealedSet.seal(IRIS, List.of(csv(ROWS)), key, folder.resolve("two"));
    assertThat(one.fingerprint()).isNotEqualTo(two.fingerprint());
    byte[] first = Files.readAllBytes(folder.resolve("one"));
    byte[] second = Files.readAllBytes(folder.resolve("two"));
    assertThat(first).hasSameSizeAs(second);
    int header = first.length - 16 - (32 + 1 + 1 + 8 + 4 + csv(ROWS).bytes().length);
    int same = 0;
    for (int i = header; i < first.length; i++) {
      same += first[i] == second[i] ? 1 : 0;
    }
    assertThat(same).as("equal bytes of %d", first.length - header).isLessThan(20);
  }

  @Test
  void filesThatDoNotFitTheProblemAreNotSealed() {
    Path file = folder.resolve("hidden.sealed");
    assertThatThrownBy(() -> SealedSet.seal(IRIS, List.of(csv("1,2,3,4,rose\n")), key, file))
        .hasMessageStartingWith("mine.csv, line 2, column species");
    DatasetEntry mnist = Problems.load().catalogue().entry("mnist", "embedded");
    assertThatThrownBy(() -> SealedSet.seal(mnist, List.of(csv(ROWS)), key, file))
        .hasMessageContaining("expected images and labels in two files");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aRegressionWithoutTwoDifferentTargetsIsNotSealed() {
    DatasetEntry mpg = Problems.load().catalogue().entry("basic-regression", "embedded");
    String cars =
        """
        manufacturer,model,displ,year,cyl,trans,drv,cty,hwy,fl,class
        audi,a4,1.8,1999,4,auto(l5),f,18,29,p,compact
        """;
    Path file = folder.resolve("hidden.sealed");
    for (String row : List.of("", "audi,a4,2.0,2008,4,auto(av),f,21,29,p,compact\n")) {
      HiddenFile table = new HiddenFile("cars.csv", (cars + row).getBytes(StandardCharsets.UTF_8));
      assertThatThrownBy(() -> SealedSet.seal(mpg, List.of(table), key, file))
          .hasMessageStartingWith("cars.csv: expected at least two different values of hwy")
          .hasMessageContaining("R² is not defined")
          .hasMessageContaining(row.isEmpty() ? "a single row" : "29.0 in all 2 rows");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void nothingIsSealedOverAnything() throws Exception {
    Path file = seal(key);
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(() -> seal(key)).hasMessageContaining("already exists");
    assertThat(file).hasBinaryContent(before);
    Path none = folder.resolve("none/hidden.sealed");
    assertThatThrownBy(() -> SealedSet.seal(IRIS, List.of(csv(ROWS)), key, none))
        .hasMessage("Cannot write %s: there is no such file or folder", none);
  }

  @Test
  void aSetForAnotherProblemOrVariantIsRefused() throws Exception {
    SealedSet sealed = SealedSet.open(seal(key), key);
    DatasetEntry other =
        new DatasetEntry(
            "iris",
            "full",
            IRIS.title(),
            IRIS.origin(),
            IRIS.fileSet(),
            IRIS.layout(),
            IRIS.split());
    assertThatThrownBy(() -> sealed.examples(other))
        .hasMessageEndingWith(
            "is a hidden set for iris/embedded (float32 [4], 3 classes, 3 examples), not for"
                + " iris/full (float32 [4], 3 classes, 3 examples).");
  }

  @Test
  void anotherKeyTakesThePlaceOfTheOldOne() throws Exception {
    PosixFiles.assume();
    Path file = seal(key);
    SealKey next = SealKey.random();
    SealedSet old = SealedSet.open(file, key);
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    SealedSet rotated = SealedSet.open(link, key).rotate(next);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    assertThat(rotated.fingerprint()).isEqualTo(old.fingerprint());
    assertThat(SealedSet.open(file, next).fingerprint()).isEqualTo(old.fingerprint());
    assertThatThrownBy(() -> SealedSet.open(file, key)).hasMessageStartingWith("Wrong key: ");
    assertThat(link).isSymbolicLink();
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("hidden.sealed", "link");
  }

  @Test
  void itsFilesAreWrittenAsTheyWereAndOverNone() throws Exception {
    SealedSet sealed = SealedSet.open(seal(key), key);
    Path file = folder.resolve("mine.csv");
    assertThat(sealed.unseal(folder)).containsExactly(file);
    assertThat(file).hasBinaryContent(csv(ROWS).bytes());
    Files.writeString(file, "changed");
    assertThatThrownBy(() -> sealed.unseal(folder)).hasMessageContaining("already exists");
    assertThat(file).hasContent("changed");
  }

  @Test
  void aDataSetTakesItInAnOrderOfItsOwnThatLabelsDoNotChange() throws Exception {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 64; i++) {
      rows.append(
          String.format(
              Locale.ROOT, "5.15,3.55,1.45,%d.5,%s\n", i, i % 2 == 0 ? "setosa" : "virginica"));
    }
    Path file = folder.resolve("many");
    SealedSet sealed = SealedSet.seal(IRIS, List.of(csv(rows.toString())), key, file);
    Dataset usual = usual();
    Dataset first = sealed.into(usual);
    Dataset second = sealed.into(usual);
    assertThat(first.hidden().features()).isEqualTo(second.hidden().features());
    assertThat(first.fingerprint()).isEqualTo(second.fingerprint());
    String corrected = rows.toString().replace("setosa", "versicolor");
    Dataset other =
        SealedSet.seal(IRIS, List.of(csv(corrected)), key, folder.resolve("corrected")).into(usual);
    assertThat(other.hidden().features()).isEqualTo(first.hidden().features());
    assertThat(other.hidden().labels()).isNotEqualTo(first.hidden().labels());
    List<Integer> numbers = new ArrayList<>();
    for (int row = 0; row < 64; row++) {
      int number = (int) first.hidden().features().getFloat(4 * row + 3);
      numbers.add(number);
      assertThat(first.hidden().labels().getInt(row)).isEqualTo(number % 2 == 0 ? 0 : 2);
    }
    assertThat(numbers).doesNotHaveDuplicates().isNotEqualTo(numbers.stream().sorted().toList());
  }

  @Test
  void itSaysWhichItIsAndHowManyOfItAModelHasSeen() throws Exception {
    SealedSet sealed = SealedSet.open(seal(key), key);
    assertThat(sealed.into(usual()).notes())
        .extracting(Object::toString)
        .containsExactly(
            "The hidden examples are an instructor's own, from hidden.sealed (fingerprint %s, key %s); the usual hidden part is not used."
                .formatted(sealed.fingerprint().substring(0, 16), key.id()));
    Path all = Workbench.installation().embeddedData().resolve("iris/iris.csv");
    SealedSet known =
        SealedSet.seal(IRIS, List.of(HiddenFile.read(all)), key, folder.resolve("known"));
    assertThat(known.into(usual()).notes().get(0).text())
        .endsWith("not used. 81 of the 150 are among the training rows.");
  }
}
