package dev.assay.datasets.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.Bytes;
import dev.assay.datasets.DataStore;
import dev.assay.datasets.Dataset;
import dev.assay.datasets.KnownTables;
import dev.assay.datasets.SmallImages;
import dev.assay.datasets.TestData;
import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.arrays.Npy;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.datasets.catalogue.Column;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.catalogue.SplitRule;
import dev.assay.datasets.catalogue.TableLayout;
import dev.assay.datasets.catalogue.Target;
import dev.assay.datasets.files.DataException;
import dev.assay.datasets.files.Sha256;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenFilesTest {
  private static final DatasetEntry IRIS = KnownTables.iris();
  private static final DatasetEntry MPG = KnownTables.cars();
  private static final DatasetEntry LETTERS = new SmallImages().entry("embedded");

  private static final NumericArray FLOWERS =
      NumericArray.ofFloats(new float[] {5, 3, 1, 0.2f, 6, 3, 4, 1.2f}, 2, 4);
  private static final NumericArray CARS = NumericArray.ofFloats(new float[40], 2, 20);
  private static final NumericArray IMAGES = NumericArray.ofBytes(Bytes.noise(8), 2, 2, 2);
  private static final NumericArray CLASSES = NumericArray.ofInts(new int[] {2, 0}, 2);

  @TempDir private Path folder;

  private static HiddenFile csv(String text) {
    return new HiddenFile("mine.csv", Bytes.file(text).bytes());
  }

  private HiddenFile npy(String name, NumericArray array) throws Exception {
    Path file = folder.resolve(name + ".npy");
    Npy.write(file, array);
    return HiddenFile.read(file);
  }

  private Examples npy(DatasetEntry entry, NumericArray features, NumericArray labels)
      throws Exception {
    return HiddenFiles.read(entry, List.of(npy("features", features), npy("labels", labels)));
  }

  @Test
  void aTableIsReadAsTheProblemsOwn() throws Exception {
    Examples examples =
        HiddenFiles.read(
            IRIS,
            List.of(
                csv(
                    """
                    sepal_length,sepal_width,petal_length,petal_width,species
                    5,3,1,0.2,virginica
                    6,3,4,1.2,setosa
                    """)));
    assertThat(examples).isEqualTo(new Examples(FLOWERS, CLASSES));
  }

  @Test
  void aFaultInATableIsNamedWithItsLine() {
    HiddenFile file =
        csv("sepal_length,sepal_width,petal_length,petal_width,species\n5,3,1,0.2,rose\n");
    assertThatThrownBy(() -> HiddenFiles.read(IRIS, List.of(file)))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("mine.csv, line 2, column species: expected one of [setosa");
    assertThatThrownBy(() -> HiddenFiles.read(LETTERS, List.of(file)))
        .hasMessageContaining("expected images and labels in two files");
  }

  @Test
  void numpyFilesOfATableAreRead() throws Exception {
    assertThat(npy(IRIS, FLOWERS, CLASSES)).isEqualTo(new Examples(FLOWERS, CLASSES));
    NumericArray bytes = NumericArray.ofBytes(new byte[] {2, 0}, 2);
    assertThat(npy(IRIS, FLOWERS, bytes)).isEqualTo(new Examples(FLOWERS, CLASSES));
    NumericArray miles = NumericArray.ofFloats(new float[] {20, 31.5f}, 2);
    assertThat(npy(MPG, CARS, miles)).isEqualTo(new Examples(CARS, miles));
  }

  @Test
  void imagesComeAsIdxPackedOrNotOrAsNumpyFiles() throws Exception {
    byte[] images = Bytes.idx(Bytes.noise(8), 2, 2, 2);
    byte[] labels = Bytes.idx(new byte[] {2, 0}, 2);
    Examples expected = new Examples(IMAGES, CLASSES);
    List<HiddenFile> files =
        List.of(new HiddenFile("x.gz", Bytes.gzip(images)), new HiddenFile("y", labels));
    assertThat(HiddenFiles.read(LETTERS, files)).isEqualTo(expected);
    assertThat(npy(LETTERS, IMAGES, CLASSES)).isEqualTo(expected);
  }

  @Test
  void featuresOfAnotherTypeOrShapeAreRefused() throws Exception {
    String rule = "features.npy: expected at least one row of FLOAT32 [4], found ";
    NumericArray wide = NumericArray.ofFloats(new float[10], 2, 5);
    assertThatThrownBy(() -> npy(IRIS, wide, CLASSES)).hasMessage(rule + "FLOAT32 [2, 5]");
    assertThatThrownBy(() -> npy(IRIS, IMAGES, CLASSES)).hasMessage(rule + "UINT8 [2, 2, 2]");
    NumericArray none = NumericArray.ofFloats(new float[0], 0, 4);
    assertThatThrownBy(() -> npy(IRIS, none, NumericArray.ofInts(new int[0], 0)))
        .hasMessage(rule + "FLOAT32 [0, 4]");
  }

  @Test
  void labelsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> npy(IRIS, FLOWERS, NumericArray.ofInts(new int[3], 3)))
        .hasMessage("labels.npy: expected shape [2], one row per row of features, found INT32 [3]");
    assertThatThrownBy(() -> npy(IRIS, FLOWERS, NumericArray.ofInts(new int[2], 2, 1)))
        .hasMessageEndingWith("found INT32 [2, 1]");
    assertThatThrownBy(() -> npy(IRIS, FLOWERS, NumericArray.ofFloats(new float[2], 2)))
        .hasMessage("labels.npy: expected class numbers as int32 or uint8, found FLOAT32 [2]");
    assertThatThrownBy(() -> npy(MPG, CARS, CLASSES))
        .hasMessage("labels.npy: expected numbers as float32, found INT32 [2]");
  }

  @Test
  void severalLabelsAreZerosAndOnes() throws Exception {
    TableLayout layout =
        new TableLayout(
            List.of(Column.number("x"), Column.target("a"), Column.target("b")),
            Target.ofLabels("kinds", "a", "b"),
            0,
            1,
            false);
    DatasetEntry entry =
        new DatasetEntry(
            "kinds",
            "embedded",
            "Kinds",
            IRIS.origin(),
            IRIS.fileSet(),
            layout,
            SplitRule.shuffled(1, 1, 10));
    NumericArray features = NumericArray.ofFloats(new float[] {1, 2}, 2, 1);
    NumericArray labels = NumericArray.ofBytes(new byte[] {1, 1, 0, 1}, 2, 2);
    Examples expected = new Examples(features, labels);
    assertThat(npy(entry, features, labels)).isEqualTo(expected);
    assertThat(npy(entry, features, NumericArray.ofInts(new int[] {1, 1, 0, 1}, 2, 2)))
        .isEqualTo(expected);
    assertThat(HiddenFiles.read(entry, List.of(csv("x,a,b\n1,1,1\n2,0,1\n")))).isEqualTo(expected);
    NumericArray two = NumericArray.ofBytes(new byte[] {1, 1, 0, 2}, 2, 2);
    assertThatThrownBy(() -> npy(entry, features, two))
        .hasMessage("labels.npy, row 1: expected a label from 0 to 1, found 2");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 3, Integer.MAX_VALUE})
  void aClassThatThereIsNotIsRefused(int label) {
    NumericArray labels = NumericArray.ofInts(new int[] {0, label}, 2);
    assertThatThrownBy(() -> npy(IRIS, FLOWERS, labels))
        .hasMessage("labels.npy, row 1: expected a label from 0 to 2, found " + label);
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "-Infinity"})
  void aNumberThatIsNotFiniteIsRefused(float value) {
    NumericArray flowers = NumericArray.ofFloats(new float[] {1, 1, 1, 1, 1, 1, value, 1}, 2, 4);
    assertThatThrownBy(() -> npy(IRIS, flowers, CLASSES))
        .hasMessage("features.npy, row 1: expected finite numbers, found " + value);
    NumericArray miles = NumericArray.ofFloats(new float[] {1, value}, 2);
    assertThatThrownBy(() -> npy(MPG, CARS, miles))
        .hasMessage("labels.npy, row 1: expected finite numbers, found " + value);
  }

  @ParameterizedTest
  @CsvSource({"1, a single row", "3, 24.5 in all 3 rows"})
  void aRegressionWithoutTwoDifferentTargetsIsRefused(int rows, String found) throws Exception {
    float[] miles = new float[rows];
    Arrays.fill(miles, 24.5f);
    NumericArray cars = NumericArray.ofFloats(new float[20 * rows], rows, 20);
    assertThatThrownBy(() -> npy(MPG, cars, NumericArray.ofFloats(miles, rows)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "labels.npy: expected at least two different values of hwy, as R² is not defined otherwise; found %s. Add examples with other values.",
            found);
    String header = "manufacturer,model,displ,year,cyl,trans,drv,cty,hwy,fl,class\n";
    String row = "audi,a4,1.8,1999,4,auto(l5),f,18,24.5,p,compact\n";
    assertThatThrownBy(() -> HiddenFiles.read(MPG, List.of(csv(header + row.repeat(rows)))))
        .hasMessageStartingWith("mine.csv: expected at least two different values of hwy");
  }

  @Test
  void aClassificationMayHaveASingleRow() throws Exception {
    NumericArray flower = NumericArray.ofFloats(new float[] {5, 3, 1, 0.2f}, 1, 4);
    assertThat(npy(IRIS, flower, NumericArray.ofInts(new int[] {2}, 1)).size()).isEqualTo(1);
  }

  @Test
  void filesThatDoNotGoTogetherAreRefused() throws Exception {
    HiddenFile array = npy("features", FLOWERS);
    HiddenFile idx = new HiddenFile("labels", Bytes.idx(new byte[2], 2));
    assertThatThrownBy(() -> HiddenFiles.read(IRIS, List.of(array, idx)))
        .hasMessage("features.npy and labels: expected both as .npy or neither");
    assertThatThrownBy(() -> HiddenFiles.read(IRIS, List.of(idx, idx)))
        .hasMessageContaining("expected a NumPy file (.npy), or everything in one CSV file");
    assertThatThrownBy(() -> HiddenFiles.read(IRIS, List.of(array, idx, idx)))
        .hasMessageContaining("found 3");
    HiddenFile cut = new HiddenFile("cut.npy", Arrays.copyOf(array.bytes(), 100));
    assertThatThrownBy(() -> HiddenFiles.read(IRIS, List.of(cut, cut)))
        .hasMessageStartingWith("cut.npy, byte 100: expected a header of 118 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../x", "a/b", "a\\b", ".hidden", "a b", "ä", "a\n"})
  void namesThatAreNotPlainAreRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HiddenFile(name, new byte[0]))
        .withMessageContaining("name must be");
  }

  @Test
  void aFileThatCannotBeTakenSaysWhy() throws Exception {
    assertThatThrownBy(() -> HiddenFile.read(folder.resolve("none")))
        .hasMessageEndingWith("there is no such file or folder");
    Path spaced = Files.createFile(folder.resolve("my examples.csv"));
    assertThatThrownBy(() -> HiddenFile.read(spaced)).hasMessageEndingWith("Rename it.");
  }

  @Test
  void aDataSetTakesThemInThePlaceOfItsHiddenPart() throws Exception {
    Dataset usual = new DataStore(TestData.embedded(), null, folder).load(IRIS, 1);
    Examples own = new Examples(FLOWERS, CLASSES);
    Sentence note = Sentence.of(FaultCode.OTHER_FAILURE, "reason", "a note");
    Dataset sealed = usual.withSealed(own, "abc", note);
    assertThat(sealed.hidden()).isEqualTo(own);
    assertThat(sealed.train()).isEqualTo(usual.train());
    assertThat(sealed.validation()).isEqualTo(usual.validation());
    assertThat(sealed.entry().key()).isEqualTo("iris/embedded+sealed");
    assertThat(sealed.notes()).containsExactly(note);
    assertThat(sealed.fingerprint())
        .isEqualTo(Sha256.of((usual.fingerprint() + "\nabc").getBytes(StandardCharsets.US_ASCII)))
        .isNotEqualTo(usual.withSealed(own, "abd", note).fingerprint());
  }
}
