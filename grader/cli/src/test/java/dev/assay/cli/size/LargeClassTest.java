package dev.assay.cli.size;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What commands do with each result of a class: so much that 10,000 are no more than 50 times 200.
 */
class LargeClassTest {
  private static final int ENTRIES = 200;
  private static final String RESULT = "result.json";
  private static final FileTime BEFORE = FileTime.fromMillis(1000);

  @TempDir private static Path folder;
  private static CopiedClass made;

  @BeforeAll
  static void makeAClass() throws IOException {
    made = CopiedClass.of(folder, ENTRIES, false);
    assertThat(grade().code()).as("with pages").isZero();
  }

  private static Run grade(Object... more) {
    Object[] args = {"grade", made.answers(), "--problem", "iris", "--out", made.run()};
    Object[] rest = {"--exit-zero", "--quiet"};
    return Run.of(Stream.of(args, rest, more).flatMap(Stream::of).toArray());
  }

  private static void assertReads(int most, FileReads.Work work) throws IOException {
    Map<String, Integer> reads = FileReads.during(RESULT, work);
    assertThat(reads).as("each result is read").hasSizeGreaterThanOrEqualTo(ENTRIES);
    assertThat(reads.values()).allMatch(count -> count <= most);
  }

  @Test
  void takenUpWithNothingToDoEachResultIsReadOnceAndNoPageWritten() throws IOException {
    Path page = made.run().resolve("s00000/iris/index.html");
    Files.setLastModifiedTime(page, BEFORE);
    Files.setLastModifiedTime(made.run().resolve("index.html"), BEFORE);
    assertReads(1, () -> assertThat(grade().out()).contains(ENTRIES + " found"));
    assertThat(Files.getLastModifiedTime(page)).isEqualTo(BEFORE);
    assertThat(Files.getLastModifiedTime(made.run().resolve("index.html"))).isEqualTo(BEFORE);
  }

  @Test
  void jsonOfAllIsWrittenOneResultAfterTheOther() throws IOException {
    assertReads(
        2,
        () -> assertThat(grade("--json").out()).contains("\"s00000\"", "\"s00199\"", "val_loss"));
  }

  @Test
  void aPageThatIsMissingIsWrittenAgain() throws IOException {
    Path page = made.run().resolve("s00001/iris/index.html");
    Files.delete(page);
    assertThat(grade().code()).isZero();
    assertThat(page).exists();
  }

  @Test
  void pagesAndExportsReadEachResultOnceAndOnceMoreForItsPage() throws IOException {
    assertReads(2, () -> assertThat(Run.of("report", made.run()).code()).isZero());
    for (String format : new String[] {"csv-long", "junit"}) {
      Path file = folder.resolve("exported." + format);
      Object[] export = {"export", made.run(), "--format", format, "--out", file};
      assertReads(1, () -> assertThat(Run.of(export).code()).isZero());
      assertThat(file).isNotEmptyFile();
    }
    assertReads(1, () -> assertThat(Run.of("gradebook", made.run()).code()).isZero());
    assertReads(1, () -> assertThat(Run.of("similarity", made.run()).code()).isZero());
  }

  @Test
  void collectingReadsEachResultOnceAndOnceMoreForItsPage(@TempDir Path out) throws IOException {
    Path run = out.resolve("planned");
    Run planned = Run.of("plan", made.answers(), "--problem", "iris", "--out", run, "--shards", 3);
    assertThat(planned.code()).as(planned.err()).isZero();
    for (Path file : files(made.run())) {
      Path relative = made.run().relativize(file);
      if (relative.getNameCount() > 1) {
        Files.createDirectories(run.resolve(relative).getParent());
        Files.copy(file, run.resolve(relative));
      }
    }
    assertReads(
        2,
        () -> {
          Run collected = Run.of("collect", run, "--exit-zero", "--quiet");
          assertThat(collected.code()).as(collected.err()).isZero();
        });
  }

  private static Iterable<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).toList();
    }
  }
}
