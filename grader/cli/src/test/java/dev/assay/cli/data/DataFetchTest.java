package dev.assay.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Run;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DataFetchTest {
  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  private FileServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = new FileServer(SmallData.FILES);
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void fetchesAllFullDataSetsAndSaysWhereTheyAre() {
    URI good = server.mirror("good");
    DataSets sets =
        SmallData.in(
            folder,
            SmallData.entry("one", "embedded"),
            SmallData.entry("one", "full", good),
            SmallData.entry("two", "full", good),
            SmallData.entry("two", "other", good));
    Run run = Run.of(sets, "data", "fetch");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("one/full: Small one, 282.1 kB into " + folder.resolve("datasets/one-files"))
        .contains("images.idx: 280.0 kB from " + good.resolve("images.idx"))
        .contains("labels.idx: complete, SHA-256 as published")
        .contains("Complete and verified: " + folder.resolve("datasets/two-files"))
        .doesNotContain("two/other", "\r", "\u001b");
    assertThat(folder.resolve("datasets/one-files/images.idx")).hasBinaryContent(SmallData.IMAGES);
    assertThat(folder.resolve("datasets/two-files/labels.idx")).hasBinaryContent(SmallData.LABELS);
  }

  @Test
  void saysWhatIsHereAlready() {
    DataSets sets = SmallData.in(folder, SmallData.entry("one", "full", server.mirror("good")));
    Run.of(sets, "data", "fetch", "one");
    assertThat(Run.of(sets, "data", "fetch", "one").out())
        .contains("images.idx: already downloaded, SHA-256 as published")
        .doesNotContain(" from ");
  }

  @Test
  void fetchesTheVariantAskedFor() {
    URI good = server.mirror("good");
    DataSets sets =
        SmallData.in(folder, SmallData.entry("one", "full"), SmallData.entry("one", "other", good));
    Run run = Run.of(sets, "data", "fetch", "--data", "other");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("one/other").doesNotContain("one/full");
  }

  @Test
  void saysThatAnEmbeddedSetNeedsNoFetching() {
    Run run =
        Run.of(SmallData.in(folder, SmallData.entry("one", "embedded")), "data", "fetch", "one");
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo("one/embedded ships with Assay: nothing to download.\n");
  }

  @Test
  void continuesWhatAnEarlierRunLeft() throws IOException {
    Path part = Files.createDirectories(folder.resolve("datasets/one-files"));
    Files.write(part.resolve("images.idx.part"), Arrays.copyOf(SmallData.IMAGES, 70_000));
    DataSets sets = SmallData.in(folder, SmallData.entry("one", "full", server.mirror("good")));
    Run run = Run.of(sets, "data", "fetch");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("images.idx: 280.0 kB from ", "images.idx, continuing after 70.0 kB");
  }

  @Test
  void saysWhatFailedAndWhatIsTriedNext() {
    URI wrong = server.mirror("wrong");
    URI gone = server.mirror("gone");
    URI good = server.mirror("good");
    DataSets sets = SmallData.in(folder, SmallData.entry("one", "full", wrong, gone, good));
    Run run = Run.of(sets, "data", "fetch");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("failed: its SHA-256 is not that of the published file; trying again")
        .contains("published file; trying " + gone.resolve("images.idx"))
        .contains(
            "failed: the server answered with status 404; trying " + good.resolve("images.idx"));
  }

  @Test
  void exitsWith3WhenNoMirrorHasItAndGoesOnWithTheOthers() {
    DataSets sets =
        SmallData.in(
            folder,
            SmallData.entry("one", "full", server.mirror("gone")),
            SmallData.entry("two", "full", server.mirror("good")));
    Run run = Run.of(sets, "data", "fetch");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out())
        .contains("failed: the server answered with status 404; giving up")
        .contains("Complete and verified: " + folder.resolve("datasets/two-files"));
    assertThat(run.err())
        .contains("assay: Could not fetch images.idx")
        .contains("Check the network and try again")
        .contains("1 of 2 data sets could not be fetched.")
        .contains("--data embedded");
  }

  @Test
  void exitsWith3WhenTheCacheCannotBeWritten() throws IOException {
    Files.createFile(folder.resolve("datasets"));
    DataSets sets = SmallData.in(folder, SmallData.entry("one", "full", server.mirror("good")));
    Run run = Run.of(sets, "data", "fetch");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("Cannot write the cache folder");
  }

  @Test
  void namesWhatThereIsWhenAskedForSomethingElse() {
    Run problem = Run.of("data", "fetch", "minst");
    assertThat(problem.code()).isEqualTo(2);
    assertThat(problem.err()).contains("Unknown problem: minst. Available: basic-regression, b");
    Run variant = Run.of("data", "fetch", "--data", "ful");
    assertThat(variant.code()).isEqualTo(2);
    assertThat(variant.err()).contains("Available: california, embedded, full.");
    Run both = Run.of("data", "fetch", "iris", "--data", "full");
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).contains("iris has no data variant full. Available: embedded.");
  }
}
