package dev.assay.run.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.findings.Sentence;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZipsTest {
  @TempDir Path temporary;
  private Path zip;

  @BeforeEach
  void nameTheZip() {
    zip = temporary.resolve("in/anna.zip");
  }

  private ZipMaker maker() throws IOException {
    return ZipMaker.at(zip);
  }

  private Submission read() throws Exception {
    return new Submissions().find(zip).get(0).read();
  }

  private void refuses(String... words) throws Exception {
    assertThat(read().unreadable()).asString().contains("anna.zip").contains(words);
    assertThat(temporary.resolve("E.java")).doesNotExist();
  }

  @Test
  void onlyJavaFilesAreReadAndNothingIsUnpackedToDisk() throws Exception {
    maker().add("a/A.java", "class A {}").add("a/A.class", "x").add("run.sh", "rm").write();
    assertThat(read().sources())
        .extracting(SourceText::name, SourceText::text)
        .containsExactly(tuple("a/A.java", "class A {}"));
    try (var files = Files.walk(temporary)) {
      assertThat(files.filter(Files::isRegularFile)).containsExactly(zip);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../E.java", "a/../../E.java", "..\\E.java", "a/../../anna2/E.java"})
  void namesThatLeadOutAreRefused(String name) throws Exception {
    maker().add(name, "class E {}").write();
    refuses("names a file outside itself", name.replace('\\', '/'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tmp/E.java", "C:\\tmp\\E.java", "./tmp//E.java"})
  void absoluteNamesAreRelativeToTheZip(String name) throws Exception {
    maker().add(name, "class E {}").write();
    assertThat(read().names()).containsExactly("tmp/E.java");
  }

  @Test
  void namesThatNoDiskTakesAreReadInMemory() throws Exception {
    maker()
        .add("A.java", "class A {}")
        .add("A.java/B.java", "class B {}")
        .add("a\0b.java", "class C {}")
        .add("x".repeat(256) + ".java", "class D {}")
        .write();
    assertThat(read().sources()).hasSize(4);
  }

  @Test
  void namesThatAreTooLongAreRefused() throws Exception {
    maker().add("A.java", "").add("a/".repeat(1000) + "C.java", "").write();
    refuses("a file whose name is too long");
  }

  @Test
  void aNameIsPrintedWithoutWhatATerminalWouldObey() throws Exception {
    maker().add("../\u001b[31m\n" + "x".repeat(200) + ".java", "").write();
    refuses("names a file outside itself: ../?[31m?xxx", "xxx...");
  }

  @Test
  void aBombIsNotUnpacked() throws Exception {
    byte[] zeros = new byte[20 << 20];
    maker().add("A.java", zeros).add("B.java", zeros).write();
    assertThat(Files.size(zip)).isLessThan(100_000);
    assertThat(read().unreadable()).asString().contains("16 MiB", "is it a submission?");
  }

  @Test
  void theSumOfTheSourcesIsBounded() throws Exception {
    byte[] blanks = new byte[10 << 20];
    Arrays.fill(blanks, (byte) ' ');
    maker().add("A.java", blanks).add("B.java", blanks).write();
    assertThat(read().unreadable()).asString().contains("16 MiB", "is it a submission?");
  }

  @Test
  void tooManyEntriesAreRefused() throws Exception {
    ZipMaker maker = maker();
    for (int i = 0; i <= 50_000; i++) {
      maker.add("f" + i, "");
    }
    maker.write();
    refuses("50,001 entries");
  }

  @Test
  void whatIsNoZipIsRefused() throws Exception {
    Files.createDirectories(zip.getParent());
    Files.writeString(zip, "this is no zip");
    refuses("is not a zip file that can be read");
    Files.write(zip, new byte[0]);
    refuses("is not a zip file that can be read");
  }

  @ParameterizedTest
  @CsvSource({"Rar!xxxx, a RAR archive", "7z\u00bc\u00afxxxx, a 7z archive"})
  void anotherArchiveThatIsNamedZipIsCalledWhatItIs(String content, String kind) throws Exception {
    Files.createDirectories(zip.getParent());
    Files.write(zip, content.getBytes(StandardCharsets.ISO_8859_1));
    refuses(kind, "Hand in a zip");
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

  @Test
  void aPasswordIsSaid() throws Exception {
    maker().add("A.java", "class A {}").write();
    byte[] bytes = Files.readAllBytes(zip);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    bytes[6] |= 1;
    bytes[text.indexOf("PK\u0001\u0002") + 8] |= 1;
    Files.write(zip, bytes);
    refuses("is protected by a password", "without one");
  }

  @ParameterizedTest
  @CsvSource({
    "x-windows-949, 과제/붓꽃.java, CP949 (Korean)",
    "IBM437, Lösung/Größe.java, IBM437",
    "windows-1252, Löÿung/L\u2019Hôpital.java, windows-1252"
  })
  void namesWithoutTheFlagForUtf8AreGuessed(String charset, String name, String said)
      throws Exception {
    Files.createDirectories(zip.getParent());
    RawZip.write(zip, name.getBytes(Charset.forName(charset)), "class A {}");
    assertThat(read().names()).containsExactly(name);
    assertThat(read().assumptions())
        .extracting(Sentence::text)
        .containsExactly("The names in anna.zip are not in UTF-8 and were read as " + said + ".");
  }

  @Test
  void ofTwoEntriesOfOneNameTheLaterIsRead() throws Exception {
    Files.createDirectories(zip.getParent());
    RawZip.write(
        zip, "A.java".getBytes(StandardCharsets.UTF_8), "class A {}", "class A { int x; }");
    assertThat(read().sources())
        .extracting(SourceText::name, SourceText::text)
        .containsExactly(tuple("A.java", "class A { int x; }"));
  }

  @Test
  void zipsInAZipAreOpenedWithinBounds() throws Exception {
    byte[] inner = zip("A.java", "class A {}".getBytes(StandardCharsets.UTF_8));
    maker().add("answer.zip", inner).write();
    assertThat(read().names()).containsExactly("A.java");
    for (int i = 0; i < 4; i++) {
      inner = zip("answer.zip", inner);
    }
    maker().add("answer.zip", inner).write();
    assertThat(read().unreadable()).asString().contains("too many other zip files");
  }

  @Test
  void aZipOfZipsIsAClass() throws Exception {
    byte[] inner = zip("A.java", "class A {}".getBytes(StandardCharsets.UTF_8));
    maker().add("ann.zip", inner).add("ben.zip", inner).add("list.txt", "").write();
    Submissions finder = new Submissions();
    assertThat(finder.find(zip).stream().map(HandIn::read))
        .extracting(Submission::id, Submission::names)
        .containsExactly(tuple("ann", List.of("A.java")), tuple("ben", List.of("A.java")));
    assertThat(finder.entries())
        .extracting(entry -> String.valueOf(entry.leftOut()))
        .containsOnlyOnce("neither a folder nor a zip file");
  }

  private byte[] zip(String name, byte[] content) throws IOException {
    Path file = temporary.resolve("inner.zip");
    ZipMaker.at(file).add(name, content).write();
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    return bytes;
  }
}
