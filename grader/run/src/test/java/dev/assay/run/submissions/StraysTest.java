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
import org.junit.jupiter.params.provider.ValueSource;

class StraysTest {
  @TempDir Path temporary;

  private void file(String name, String content) throws IOException {
    Path file = temporary.resolve("in").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private List<Submission> find(String name) throws IOException, SubmissionException {
    return new Submissions()
        .find(temporary.resolve("in").resolve(name)).stream().map(HandIn::read).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Stray.java", "pom.xml", "src/Util.java", "build.gradle"})
  void aStrayFileMakesAClassNoSingleSubmission(String stray) throws Exception {
    file("class/" + stray, "class Stray {}");
    file("class/anna/A.java", "@Answers(\"iris\") class A {}");
    file("class/ben/src/B.java", "@dev.assay.problems.Answers(\"iris\") class B {}");
    Submissions finder = new Submissions();
    assertThat(finder.find(temporary.resolve("in/class")))
        .extracting(HandIn::id)
        .containsExactly("anna", "ben");
    assertThat(finder.entries()).filteredOn(entry -> entry.leftOut() != null).hasSize(1);
  }

  @Test
  void aStrayFileBesideTheOnlyStudentIsNotPartOfTheAnswer() throws Exception {
    file("class/Example.java", "class Example {}");
    file("class/anna/A.java", "@Answers(\"iris\") class A {}");
    Submissions finder = new Submissions();
    assertThat(finder.find(temporary.resolve("in/class")))
        .extracting(HandIn::id)
        .containsExactly("anna");
    assertThat(finder.entries())
        .extracting(Entry::name, entry -> entry.leftOut() != null)
        .containsExactlyInAnyOrder(tuple("Example.java", true), tuple("anna", false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Example {}|@Answers(\"iris\") class A { Example e; }",
        "@Answers(\"mnist\") class Example {}|@Answers(\"iris\") class A {}",
        "package me; class Layers {}|package me.iris; import me.*; @Answers(\"iris\") class A {}",
        "@Answers(\"iris\") class Example {}|class A {}"
      })
  void filesThatBelongToTheFolderBesideThemAreOneAnswer(String sources) throws Exception {
    int bar = sources.indexOf('|');
    file("anna/Example.java", sources.substring(0, bar));
    file("anna/iris/A.java", sources.substring(bar + 1));
    assertThat(find("anna")).singleElement().extracting(Submission::id).isEqualTo("anna");
  }
}
