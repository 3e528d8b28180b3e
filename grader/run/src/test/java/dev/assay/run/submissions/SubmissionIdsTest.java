package dev.assay.run.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names that submissions and their results have. */
class SubmissionIdsTest {
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

  @Test
  void submissionsOfOneNameAreToldApartByTheirFolders() throws Exception {
    java("one/anna/A.java");
    java("two/anna/A.java");
    Path in = temporary.resolve("in");
    List<HandIn> found =
        new Submissions().find(List.of(in.resolve("one/anna"), in.resolve("two/anna")));
    assertThat(found).extracting(HandIn::id).startsWith("anna").doesNotHaveDuplicates();
  }

  @Test
  void aFolderAndAZipOfOneNameAreTwoSubmissions() throws Exception {
    java("class/anna/A.java");
    ZipMaker.at(temporary.resolve("in/class/anna.zip")).add("A.java", "class A {}").write();
    assertThat(find("class")).extracting(Submission::id).containsExactly("anna", "anna.zip");
  }

  @Test
  void idsStayTheSameWhenAnotherIsAddedOrOneIsGradedAgain() throws Exception {
    java("class/Group; A/A.java");
    java("class/ben/A.java");
    List<String> before = find("class").stream().map(Submission::id).toList();
    java("class/Group, A/A.java");
    assertThat(find("class"))
        .extracting(Submission::id)
        .doesNotHaveDuplicates()
        .hasSize(3)
        .containsAll(before);
    assertThat(find("class/Group; A").get(0).id()).isEqualTo(before.get(0));
  }

  @Test
  void aResultNamesWhatItCameFromWhole() throws Exception {
    String name = "n".repeat(240);
    java("class/" + name + "/A.java");
    java("class/ben/A.java");
    Submission read = find("class").get(1);
    assertThat(read.id()).hasSizeLessThan(200).startsWith("nnn");
    assertThat(read.origin()).endsWith("class/" + name);
  }

  @Test
  void aClassOfOneStudentHasTheStudentsName() throws Exception {
    java("class/anna/A.java");
    assertThat(find("class")).extracting(Submission::id).containsExactly("anna");
  }

  @Test
  void aFolderThatIsAPackageOfTheSourcesIsNoStudents() throws Exception {
    file("anna/kr/exam/A.java", "package kr.exam; class A {}");
    assertThat(find("anna"))
        .extracting(Submission::id, Submission::names)
        .containsExactly(tuple("anna", List.of("kr/exam/A.java")));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "Änne Müller-漢 1.0, Änne Müller-漢 1.0",
        "a<b>:\"c\"|?*;$(x), a%3Cb%3E%3A%22c%22%7C%3F%2A%3B%24(x)",
        ".hidden, %2Ehidden"
      })
  void namesAreMadeSafe(String name, String id) throws Exception {
    java(name + "/A.java");
    assertThat(find(name).get(0).id()).isEqualTo(id);
  }
}
