package dev.assay.run.submissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When something was handed in, and earlier attempts beside the last. */
class HandedInTimeTest {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final String SOURCE = "@Answers(\"iris\") class A {}";
  private static final FileTime MONDAY = FileTime.from(Instant.parse("2026-05-04T10:00:00Z"));
  private static final FileTime TUESDAY = FileTime.from(Instant.parse("2026-05-05T10:00:00Z"));

  @TempDir private Path folder;

  private void file(String name, FileTime time) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.setLastModifiedTime(Files.writeString(file, SOURCE), time);
  }

  private static void add(ZipOutputStream zip, String name, byte[] content, FileTime time)
      throws Exception {
    ZipEntry entry = new ZipEntry(name);
    // Beyond what the old format can say, so that the entry has the exact time.
    entry.setLastModifiedTime(time);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static Map<String, Instant> times(boolean all, Path path) throws Exception {
    List<HandIn> found = new Submissions(all).find(path);
    return found.stream()
        .filter(handIn -> handIn.handedIn(SEOUL) != null)
        .collect(Collectors.toMap(HandIn::id, handIn -> handIn.handedIn(SEOUL)));
  }

  @Test
  void theNewestFileOfAFolderTellsButNoFileOfATool() throws Exception {
    file("class/anna/A.java", MONDAY);
    file("class/anna/sub/B.java", TUESDAY);
    file("class/anna/.git/index", FileTime.from(Instant.parse("2026-06-01T00:00:00Z")));
    file("class/ben/A.java", MONDAY);
    assertThat(times(false, folder.resolve("class")))
        .isEqualTo(Map.of("anna", TUESDAY.toInstant(), "ben", MONDAY.toInstant()));
  }

  @Test
  void theTimesInAStudentsOwnArchiveDoNotCount() throws Exception {
    Path zip = Files.createDirectories(folder.resolve("class")).resolve("anna.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      add(out, "A.java", SOURCE.getBytes(StandardCharsets.UTF_8), MONDAY);
    }
    Files.setLastModifiedTime(zip, TUESDAY);
    file("class/ben/A.java", MONDAY);
    assertThat(times(false, folder.resolve("class"))).containsEntry("anna", TUESDAY.toInstant());
  }

  @Test
  void aSourceKeepsTheTimeThatItsArchiveSays() throws Exception {
    Path inner = folder.resolve("inner.zip");
    for (Path zip : List.of(inner, folder.resolve("outer.zip"))) {
      boolean nested = !zip.equals(inner);
      byte[] content = nested ? Files.readAllBytes(inner) : SOURCE.getBytes(StandardCharsets.UTF_8);
      try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
        add(out, nested ? "inner.zip" : "A.java", content, MONDAY);
      }
      assertThat(archived(zip)).isEqualTo(MONDAY.toInstant());
    }
    file("ben/A.java", MONDAY);
    assertThat(archived(folder.resolve("ben"))).isNull();
  }

  private static @Nullable Instant archived(Path path) throws Exception {
    return new Submissions().find(path).get(0).read().sources().get(0).archived();
  }

  @Test
  void theTimesInTheArchiveOfAClassDo() throws Exception {
    Path zip = folder.resolve("download.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      add(
          out,
          "Anna Kim_1_assignsubmission_file_/A.java",
          SOURCE.getBytes(StandardCharsets.UTF_8),
          MONDAY);
      add(
          out,
          "Ben Ray_2_assignsubmission_file_/A.java",
          SOURCE.getBytes(StandardCharsets.UTF_8),
          TUESDAY);
    }
    assertThat(times(false, zip))
        .isEqualTo(Map.of("Anna Kim_1", MONDAY.toInstant(), "Ben Ray_2", TUESDAY.toInstant()));
  }

  @Test
  void theNamesOfAPlatformTellInItsOwnZone() throws Exception {
    file("class/Sheet_akim_attempt_2026-05-04-09-30-00_A.java", TUESDAY);
    file("class/1-2 - Ben Ray - May 4, 2026 930 AM/A.java", TUESDAY);
    assertThat(times(false, folder.resolve("class")))
        .isEqualTo(
            Map.of(
                "Sheet_akim",
                Instant.parse("2026-05-04T00:30:00Z"),
                "1-2 - Ben Ray",
                Instant.parse("2026-05-04T00:30:00Z")));
  }

  @Test
  void earlierAttemptsAreSubmissionsWhereTheyAreAskedFor() throws Exception {
    file("class/Sheet_akim_attempt_2026-05-04-09-30-00_A.java", MONDAY);
    file("class/Sheet_akim_attempt_2026-05-05-09-30-00_A.java", MONDAY);
    file("class/1-2 - Ben Ray - May 4, 2026 930 AM/A.java", MONDAY);
    file("class/1-2 - Ben Ray - May 6, 2026 930 AM/A.java", MONDAY);
    assertThat(times(false, folder.resolve("class")))
        .containsOnlyKeys("Sheet_akim", "1-2 - Ben Ray");
    assertThat(times(true, folder.resolve("class")))
        .containsOnlyKeys(
            "Sheet_akim",
            "Sheet_akim (2026-05-04-09-30-00)",
            "1-2 - Ben Ray",
            "1-2 - Ben Ray (2026-05-04T09-30)")
        .containsEntry("Sheet_akim", Instant.parse("2026-05-05T00:30:00Z"))
        .containsEntry("1-2 - Ben Ray (2026-05-04T09-30)", Instant.parse("2026-05-04T00:30:00Z"));
    Submissions finder = new Submissions(true);
    List<HandIn> found = finder.find(folder.resolve("class"));
    assertThat(finder.entries()).hasSize(4).allMatch(entry -> entry.leftOut() == null);
    assertThat(found).allMatch(handIn -> handIn.read().unreadable() == null);
  }

  @Test
  void earlierAttemptsInAnArchiveAreReadAsTheyAreFound() throws Exception {
    Path zip = folder.resolve("download.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String day : List.of("04", "05")) {
        String name = "Sheet_akim_attempt_2026-05-" + day + "-09-30-00_A.java";
        add(out, name, (SOURCE + "// " + day).getBytes(StandardCharsets.UTF_8), MONDAY);
      }
    }
    List<HandIn> found = new Submissions(true).find(zip);
    assertThat(found)
        .extracting(HandIn::id)
        .containsExactly("Sheet_akim (2026-05-04-09-30-00)", "Sheet_akim");
    assertThat(found.get(0).read().sources().get(0).text()).endsWith("// 04");
    assertThat(found.get(1).read().sources().get(0).text()).endsWith("// 05");
  }
}
