package dev.assay.run.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZipsTest {
  @TempDir Path temporary;
  private Path zip;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    zip = temporary.resolve("in/anna.zip");
    folder = Files.createDirectories(temporary.resolve("out/anna"));
  }

  private ZipMaker maker() throws IOException {
    return ZipMaker.at(zip);
  }

  private void refuses(String... words) {
    assertThatExceptionOfType(SubmissionException.class)
        .isThrownBy(() -> Zips.unpack(zip, folder))
        .satisfies(e -> assertThat(e.getMessage()).contains("anna.zip").contains(words));
  }

  private List<String> unpacked() throws IOException {
    try (Stream<Path> files = Files.walk(temporary.resolve("out"))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void onlyJavaFilesAreUnpacked() throws Exception {
    maker().add("a/A.java", "class A {}").add("a/A.class", "x").add("run.sh", "rm").write();
    Zips.unpack(zip, folder);
    assertThat(unpacked()).containsExactly("a/A.java");
    assertThat(folder.resolve("a/A.java")).hasContent("class A {}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../E.java",
        "a/../../E.java",
        "/tmp/E.java",
        "..\\E.java",
        "a/../../anna2/E.java"
      })
  void namesThatLeadOutAreRefused(String name) throws Exception {
    maker().add(name, "class E {}").write();
    refuses("names a file outside itself", name);
    assertThat(unpacked()).isEmpty();
  }

  static List<String> namesThatCannotBeFiles() {
    return List.of(
        "a\0b.java",
        "A.java/B.java",
        "x".repeat(256) + ".java",
        "\u20ac".repeat(90) + "/C.java",
        "a/".repeat(1000) + "C.java");
  }

  @ParameterizedTest
  @MethodSource("namesThatCannotBeFiles")
  void namesThatCannotBeFilesAreRefused(String name) throws Exception {
    maker().add("A.java", "").add(name, "").write();
    refuses("cannot be unpacked");
  }

  @Test
  void aFileInPlaceOfAFolderIsRefused() throws Exception {
    maker().add("A.java/B.java", "").add("A.java", "").write();
    refuses("cannot be unpacked", "a file and a folder of the same name");
  }

  @Test
  void aNameIsPrintedWithoutWhatATerminalWouldObey() throws Exception {
    maker().add("../\u001b[31m\n" + "x".repeat(200) + ".java", "").write();
    refuses("names a file outside itself: ../?[31m?xxx", "xxx ...");
  }

  @Test
  void aBombIsNotUnpacked() throws Exception {
    byte[] zeros = new byte[10 << 20];
    maker().add("A.java", zeros).add("B.java", zeros).write();
    assertThat(Files.size(zip)).isLessThan(100_000);
    refuses("unpacks to more than 16777216 bytes");
    assertThat(unpacked()).containsExactly("A.java", "B.java");
    assertThat(Files.size(folder.resolve("B.java"))).isZero();
  }

  @Test
  void tooManyEntriesAreRefused() throws Exception {
    ZipMaker maker = maker();
    for (int i = 0; i <= 10_000; i++) {
      maker.add("f" + i, "");
    }
    maker.write();
    refuses("10001 entries");
  }

  @Test
  void whatIsNoZipIsRefused() throws Exception {
    Files.createDirectories(zip.getParent());
    Files.writeString(zip, "this is no zip");
    refuses("is not a zip file that can be read");
    Files.write(zip, new byte[0]);
    refuses("is not a zip file that can be read");
  }

  @Test
  void aZipThatIsCutOffIsRefused() throws Exception {
    maker().add("A.java", "class A {}").write();
    byte[] bytes = Files.readAllBytes(zip);
    Files.write(zip, Arrays.copyOf(bytes, bytes.length - 30));
    refuses("is not a zip file that can be read");
  }

  @Test
  void contentThatIsDamagedIsRefused() throws Exception {
    maker().add("A.java", "class A {}".repeat(100)).write();
    byte[] bytes = Files.readAllBytes(zip);
    Arrays.fill(bytes, 36, 44, (byte) 0xff);
    Files.write(zip, bytes);
    refuses("is not a zip file that can be read");
  }
}
