package dev.assay.run.submissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In random class folders, every entry is a submission's or is left out for a reason. */
class NobodyVanishesTest {
  private static final List<String> FOLDERS =
      List.of(
          "ann",
          "Group, A",
          "Group; A",
          "out",
          "target",
          "build",
          "bin",
          "src",
          "test",
          ".git",
          "__MACOSX",
          "node_modules",
          "김민수",
          "o\u0308",
          "\u0001",
          "Ann_1_assignsubmission_file_",
          "Ann_1_assignsubmission_onlinetext_",
          "12-3 - Ann - Nov 9, 2026 211 PM");

  private static final List<String> FILES =
      List.of(
          "Stray.java",
          "pom.xml",
          "list.txt",
          ".DS_Store",
          "Thumbs.db",
          "ann.zip",
          "ben.ZIP",
          "cy.rar",
          "di.tar.gz",
          "ed.jar",
          "eve_12345_67890_Answer.java",
          "eve_12345_67891_notes.pdf",
          "flo_LATE_22_33_Answer-1.java",
          "HW_gil_attempt_2026-11-27-10-11-12_Answer.java",
          "HW_gil_attempt_2026-11-28-10-11-12.txt",
          "x.java.txt",
          "no extension");

  @TempDir Path temporary;

  static Stream<Integer> seeds() {
    return Stream.iterate(1, seed -> seed + 1).limit(60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyEntryOfAClassFolderIsASubmissionsOrIsLeftOut(int seed) throws Exception {
    Path folder = Files.createDirectories(temporary.resolve("class"));
    Random random = new Random(seed);
    fill(folder, random);
    Submissions finder = new Submissions();
    List<HandIn> found = finder.find(folder);
    List<Entry> entries = finder.entries();
    Set<String> ids = found.stream().map(HandIn::id).collect(Collectors.toSet());
    assertThat(ids).hasSameSizeAs(found);
    assertThat(
            entries.stream()
                .map(Entry::submission)
                .filter(id -> id != null)
                .collect(Collectors.toSet()))
        .isEqualTo(ids);
    assertThat(entries)
        .allMatch(entry -> (entry.submission() == null) != (entry.leftOut() == null));
    boolean single = entries.size() == 1 && entries.get(0).name().equals(folder.toString());
    if (!single) {
      assertThat(entries)
          .extracting(Entry::name)
          .containsExactlyInAnyOrderElementsOf(names(folder));
    }
    for (HandIn handIn : found) {
      Submission read = handIn.read();
      assertThat(read.sources().isEmpty()).isEqualTo(read.unreadable() != null);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.map(path -> path.getFileName().toString()).toList();
    }
  }

  private void fill(Path folder, Random random) throws IOException {
    List<String> problems = List.of("iris", "mnist");
    for (String name : some(FOLDERS, random)) {
      Path student = Files.createDirectories(folder.resolve(name));
      if (random.nextInt(4) > 0) {
        String answer = Handed.answer("Answer", problems.get(random.nextInt(2)));
        Files.writeString(student.resolve("Answer.java"), answer);
      }
    }
    for (String name : some(FILES, random)) {
      Files.writeString(folder.resolve(name), Handed.answer("Answer", "iris"));
    }
    if (random.nextBoolean()) {
      Files.createSymbolicLink(folder.resolve("link"), temporary);
      Files.createSymbolicLink(folder.resolve("Link.java"), temporary.resolve("nothing"));
    }
    ZipMaker.at(folder.resolve("zoe.zip"))
        .add("Answer.java", Handed.answer("Answer", "iris"))
        .write();
    Files.createDirectories(folder.resolve("yan"));
  }

  private static List<String> some(List<String> names, Random random) {
    List<String> chosen = new ArrayList<>();
    int share = 1 + random.nextInt(8);
    for (String name : names) {
      if (random.nextInt(10) < share) {
        chosen.add(name);
      }
    }
    return chosen;
  }
}
