package dev.assay.run.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionsTest {
  @TempDir Path temporary;

  private Path file(String name, String content) throws IOException {
    Path file = temporary.resolve("in").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private Path java(String name) throws IOException {
    return file(name, "class C {}");
  }

  private List<Submission> find(String name) throws IOException, SubmissionException {
    return new Submissions()
        .find(temporary.resolve("in").resolve(name)).stream().map(HandIn::read).toList();
  }

  /** As tests in a build name the folder that they run in, and a shell an empty variable. */
  @Test
  void theWorkingFolderNeedsNoName() throws Exception {
    assertThat(new Submissions().find(Path.of("")))
        .isNotEmpty()
        .allSatisfy(handIn -> assertThat(handIn.origin()).startsWith("."));
  }

  private void refuses(String name, String... words) {
    assertThatExceptionOfType(SubmissionException.class)
        .isThrownBy(() -> find(name))
        .satisfies(e -> assertThat(e.getMessage()).contains(words));
  }

  private void unreadable(String name, String words) throws Exception {
    assertThat(find(name))
        .singleElement()
        .extracting(Submission::unreadable)
        .asString()
        .contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "anna/A.java, A.java",
    "anna/src/main/java/a/A.java, src/main/java/a/A.java",
    "anna/project/src/main/java/a/A.java, project/src/main/java/a/A.java"
  })
  void aFolderWithSourcesIsOneSubmission(String file, String source) throws Exception {
    java(file);
    assertThat(find("anna"))
        .extracting(Submission::id, Submission::names)
        .containsExactly(tuple("anna", List.of(source)));
  }

  @Test
  void aProjectWithAPomIsOneSubmission() throws Exception {
    file("anna/pom.xml", "<project/>");
    java("anna/one/A.java");
    java("anna/two/B.java");
    assertThat(find("anna"))
        .extracting(Submission::names)
        .containsExactly(List.of("one/A.java", "two/B.java"));
  }

  @Test
  void aByteOrderMarkIsNoPartOfASource() throws Exception {
    file("anna/A.java", "\uFEFFclass A {}");
    assertThat(find("anna").get(0).sources())
        .containsExactly(new SourceText("A.java", "class A {}"));
  }

  @Test
  void aFolderOfFoldersAndZipsIsAClassInTheOrderOfNames() throws Exception {
    java("class/bert/B.java");
    java("class/anna/deep/A.java");
    file("class/list.txt", "anna, bert, cleo");
    ZipMaker.at(temporary.resolve("in/class/Cleo.ZIP")).add("c/C.java", "class C {}").write();
    assertThat(find("class"))
        .extracting(Submission::id, Submission::names)
        .containsExactly(
            tuple("Cleo", List.of("c/C.java")),
            tuple("anna", List.of("deep/A.java")),
            tuple("bert", List.of("B.java")));
  }

  @Test
  void oneOfAClassThatCannotBeReadDoesNotEndTheRun() throws Exception {
    java("class/anna/A.java");
    file("class/bert.zip", "no zip");
    assertThat(find("class"))
        .satisfiesExactly(
            anna -> assertThat(anna.unreadable()).isNull(),
            bert -> {
              assertThat(bert.id()).isEqualTo("bert");
              assertThat(bert.sources()).isEmpty();
              assertThat(bert.unreadable()).asString().startsWith("bert.zip is not a zip file");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"bert.rar", "bert.7z", "bert.tar.gz", "bert.TGZ"})
  void anArchiveThatIsNoZipIsNotPassedOver(String name) throws Exception {
    java("class/anna/A.java");
    file("class/" + name, "any");
    assertThat(find("class"))
        .extracting(Submission::id, Submission::unreadable)
        .containsExactly(
            tuple("anna", null),
            tuple("bert", Sentence.of(NoteCode.ARCHIVE_NOT_GRADED, "file", name)));
  }

  @Test
  void anOlderCopyMakesASubmissionNoClass() throws Exception {
    String answer = "@Answers(\"iris\") class A {}";
    for (String path : List.of("A.java", "old/A.java", "backup 2/A.java", "2/A.java")) {
      file("anna/" + path, answer);
    }
    assertThat(find("anna")).singleElement().extracting(Submission::id).isEqualTo("anna");
  }

  @Test
  void aJavaFileIsASubmission() throws Exception {
    java("A.java");
    assertThat(find("A.java"))
        .extracting(Submission::id, Submission::names)
        .containsExactly(tuple("A", List.of("A.java")));
  }

  @Test
  void ofSeveralPathsOneThatCannotBeReadHasItsResult() throws Exception {
    java("A.java");
    file("b.7z", "");
    file("notes.txt", "");
    Path in = temporary.resolve("in");
    Submissions finder = new Submissions();
    List<HandIn> found =
        finder.find(List.of(in.resolve("A.java"), in.resolve("b.7z"), in.resolve("notes.txt")));
    assertThat(found).extracting(HandIn::id).containsExactly("A", "b");
    assertThat(found.get(1).read().unreadable()).asString().contains("Hand in a zip");
    assertThat(finder.entries().get(2).leftOut()).asString().contains("neither a folder");
  }

  @Test
  void anEmptyFolderIsASubmissionThatSaysWhatToDo() throws Exception {
    Files.createDirectories(temporary.resolve("in/empty"));
    file("report/answer.pdf", "");
    assertThat(find("empty").get(0).unreadable())
        .asString()
        .isEqualTo(
            "empty contains no Java file. Write an answer there; `assay new` creates a starter file.");
    assertThat(find("report").get(0).unreadable()).asString().contains("It contains: answer.pdf.");
  }

  @Test
  void ofMuchThatIsNoSourceThreeEntriesAreNamed() throws Exception {
    for (String name : List.of("a.pdf", "b.pdf", "c.pdf", "d.rar")) {
      file("report/" + name, "");
    }
    assertThat(find("report").get(0).unreadable())
        .hasToString(
            "report contains no Java file. It contains: a.pdf, b.pdf, c.pdf and more. Only zip"
                + " archives are opened. Hand in a zip.");
  }

  @Test
  void whatToolsLeaveIsSkipped() throws Exception {
    file("anna/pom.xml", "");
    for (String name : List.of(".git", "target", "build", "out", "node_modules", "__MACOSX")) {
      java("anna/%s/X.java".formatted(name));
    }
    java("anna/._A.java");
    java("anna/module-info.java");
    java("anna/package-info.java");
    java("anna/A.java");
    assertThat(find("anna").get(0).names()).containsExactly("A.java");
  }

  @ParameterizedTest
  @ValueSource(strings = {"target", "build", "out", "bin"})
  void aFolderThatHoldsTheHandInIsReadWhateverItsName(String name) throws Exception {
    java("class/%s/A.java".formatted(name));
    file("class/ben/src/%s/A.java".formatted(name), "class A {}");
    assertThat(find("class")).extracting(Submission::names).allMatch(names -> names.size() == 1);
  }

  @Test
  void linksBelowAreNotFollowedAndHaveResultsOfTheirOwn() throws Exception {
    java("outside/Secret.java");
    java("class/anna/A.java");
    java("class/bert/B.java");
    Path outside = temporary.resolve("in/outside");
    Files.createSymbolicLink(temporary.resolve("in/class/linked"), outside);
    Files.createSymbolicLink(temporary.resolve("in/class/anna/sub"), outside);
    Files.createSymbolicLink(
        temporary.resolve("in/class/anna/S.java"), outside.resolve("Secret.java"));
    List<Submission> found = find("class");
    assertThat(found)
        .extracting(Submission::names)
        .containsExactly(List.of("A.java"), List.of("B.java"), List.of());
    assertThat(found.get(0).assumptions())
        .extracting(Sentence::text)
        .containsExactly(
            "S.java is a link and was not followed.", "sub is a link and was not followed.");
    assertThat(found.get(2).unreadable())
        .asString()
        .isEqualTo("linked is a link, which is not followed. Hand in the files themselves.");
  }

  @Test
  void aLinkToItselfEnds() throws Exception {
    Path loop = Files.createDirectories(temporary.resolve("in/loop"));
    Files.createSymbolicLink(loop.resolve("again"), loop);
    assertThat(find("loop")).extracting(Submission::id).containsExactly("again");
  }

  @Test
  void whatIsNotThereIsSaid() {
    refuses("nobody", "No such file or folder: ", "nobody", "Pass a folder of Java sources");
  }

  @Test
  void aPlainFileIsRefused() throws Exception {
    file("notes.txt", "");
    refuses("notes.txt", "notes.txt is not a Java file, a folder or a zip");
    file("a.7z", "");
    refuses("a.7z", "a.7z was not graded: only folders and zip files are accepted. Hand in a zip.");
  }

  @Test
  void moreThanAThousandFilesAreRefused() throws Exception {
    for (int i = 0; i <= 1000; i++) {
      file(String.format(Locale.ROOT, "many/C%d.java", i), "");
    }
    unreadable("many", "more than 1,000 Java files");
    Files.delete(temporary.resolve("in/many/C0.java"));
    assertThat(find("many").get(0).sources()).hasSize(1000);
  }

  @Test
  void tooManyBytesAreRefused() throws Exception {
    file("big/A.java", " ".repeat((16 << 20) + 1));
    unreadable("big", "more than 16 MiB of Java files");
  }

  @Test
  void theDigestIsThatOfNamesAndContentsWhereverTheyLie() throws Exception {
    file("one/B.java", "b");
    file("one/A.java", "a");
    file("two/A.java", "a");
    file("two/B.java", "b");
    file("two/notes.txt", "not a source");
    ZipMaker.at(temporary.resolve("in/three.zip")).add("B.java", "b").add("A.java", "a").write();
    String digest = find("one").get(0).digest();
    assertThat(digest).matches("[0-9a-f]{64}");
    assertThat(find("two").get(0).digest()).isEqualTo(digest);
    assertThat(find("three.zip").get(0).digest()).isEqualTo(digest);
  }

  @ParameterizedTest
  @CsvSource({"A.java, a, B.java, bb", "A.java, ab, B.java, b", "AB.java, a, B.java, b"})
  void theDigestChangesWithAnyNameOrContent(String one, String a, String two, String b)
      throws Exception {
    file("before/A.java", "a");
    file("before/B.java", "b");
    file("after/" + one, a);
    file("after/" + two, b);
    assertThat(find("after").get(0).digest()).isNotEqualTo(find("before").get(0).digest());
  }
}
