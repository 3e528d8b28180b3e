package dev.assay.datasets.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.Bytes;
import dev.assay.datasets.DataStore;
import dev.assay.datasets.SmallImages;
import dev.assay.datasets.catalogue.DataFile;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.datasets.fetch.FlakyServer.Answer;
import dev.assay.datasets.fetch.FlakyServer.Request;
import dev.assay.datasets.files.DataException;
import dev.assay.findings.Sentence;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class FetchTest {
  private static final String FIRST = "train-images.gz";

  @TempDir private Path temp;
  private final SmallImages images = new SmallImages();
  private final List<AutoCloseable> servers = new ArrayList<>();
  private final Events events = new Events();
  private Path folder;
  private DataStore store;

  @BeforeEach
  void makeStore() {
    folder = temp.resolve("datasets").resolve("small-images");
    Downloader impatient = new Downloader(Duration.ofSeconds(2), Duration.ofMillis(300));
    store = new DataStore(temp, null, temp, impatient);
  }

  @AfterEach
  void stopServers() throws Exception {
    for (AutoCloseable server : servers) {
      server.close();
    }
  }

  @Test
  void putsEveryFileInItsPlace() throws Exception {
    FlakyServer server = serve(this::range);
    DatasetEntry entry = images.entry("full", server.folder());
    store.fetch(entry, events);
    assertThat(store.verify(entry)).extracting(FileCheck::status).containsOnly(FileCheck.Status.OK);
    assertThat(store.load(entry, 1).train().size()).isEqualTo(54);
    assertThat(events.finished).containsExactlyElementsOf(images.content.keySet());
    assertThat(events.lastProgress).isEqualTo(images.packed("test-labels.gz").length);
    assertNoLeftovers();
  }

  @Test
  void fetchesOnlyWhatIsMissingOrDiffers() throws Exception {
    FlakyServer server = serve(this::range);
    DatasetEntry entry = images.entry("full", server.folder());
    images.writeTo(folder);
    Files.write(folder.resolve("test-labels.gz"), new byte[] {1, 2, 3});
    store.fetch(entry, events);
    assertThat(server.requests()).extracting(Request::name).containsExactly("test-labels.gz");
    assertThat(events.present).hasSize(3);
    assertThat(store.load(entry, 1).notes()).isEmpty();
  }

  @Test
  void continuesAfterADroppedConnection() throws Exception {
    FlakyServer server = serve(request -> range(request).cutAfter(50));
    DatasetEntry entry = images.entry("full", server.folder());
    store.fetch(entry, events);
    List<Integer> starts =
        server.requests().stream().filter(r -> r.name().equals(FIRST)).map(Request::from).toList();
    assertThat(starts).startsWith(0, 50, 100).hasSizeGreaterThan(Fetch.TRIES_A_MIRROR);
    assertThat(events.failures).first().asString().contains("ended after 50 of");
    assertNoLeftovers();
  }

  @Test
  void continuesWhatAnEarlierRunLeft() throws Exception {
    FlakyServer server = serve(this::range);
    leavePart(100);
    store.fetch(images.entry("full", server.folder()), events);
    assertThat(server.requests().get(0).from()).isEqualTo(100);
    assertNoLeftovers();
  }

  @Test
  void startsAnewIfTheServerIgnoresRanges() throws Exception {
    FlakyServer server = serve(request -> Answer.whole(images.packed(request.name())));
    leavePart(100);
    store.fetch(images.entry("full", server.folder()), events);
    assertThat(server.requests()).hasSize(4);
    assertNoLeftovers();
  }

  @Test
  void givesUpOnAServerThatIgnoresRangesAndDropsConnections() throws Exception {
    FlakyServer bad = serve(r -> Answer.whole(images.packed(r.name())).cutAfter(20));
    FlakyServer good = serve(this::range);
    store.fetch(images.entry("full", bad.folder(), good.folder()), events);
    assertThat(good.requests()).hasSize(4).first().extracting(Request::from).isEqualTo(20);
    assertNoLeftovers();
  }

  @Test
  void wrongBytesNeverTakeTheFilesPlace() throws Exception {
    FlakyServer bad = serve(r -> Answer.whole(Bytes.with(images.packed(r.name()), 20, 1, 2, 3)));
    DatasetEntry entry = images.entry("full", bad.folder());
    assertThatThrownBy(() -> store.fetch(entry, events))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("Could not fetch train-images.gz (" + bad.folder() + FIRST)
        .hasMessageContaining("its SHA-256 is not that of the published file")
        .hasMessageContaining("Check the network and try again");
    assertThat(folder).as("a folder that nothing came to").doesNotExist();
  }

  @Test
  void goesToTheNextMirrorAfterWrongBytes() throws Exception {
    FlakyServer bad = serve(r -> Answer.whole(Bytes.with(images.packed(r.name()), 20, 1, 2, 3)));
    FlakyServer good = serve(this::range);
    store.fetch(images.entry("full", bad.folder(), good.folder()), events);
    assertThat(events.finished).hasSize(4);
    assertNoLeftovers();
  }

  /** What one mirror left may be wrong: a second one must not be blamed for it. */
  @Test
  void recoversFromAWrongStartThatAnotherMirrorLeft() throws Exception {
    FlakyServer good = serve(this::range);
    Files.createDirectories(folder);
    Files.write(folder.resolve(FIRST + ".part"), new byte[80]);
    store.fetch(images.entry("full", good.folder()), events);
    assertThat(good.requests()).extracting(Request::from).startsWith(80, 0);
    assertNoLeftovers();
  }

  @Test
  void goesToTheNextMirrorAfterErrors() throws Exception {
    FlakyServer missing = serve(r -> Answer.status("404 Not Found"));
    FlakyServer broken = serve(r -> Answer.status("500 Oops"));
    FlakyServer good = serve(this::range);
    store.fetch(
        images.entry("full", missing.folder(), broken.folder(), refused(), good.folder()), events);
    assertThat(events.failures)
        .contains(
            "the server answered with status 404",
            "the server answered with status 500",
            "Connection refused");
    assertNoLeftovers();
  }

  @Test
  void aSilentConnectionEnds() throws Exception {
    FlakyServer silent =
        serve(
            r ->
                r.number() == 0
                    ? range(r).cutAfter(10).thenSilentFor(600)
                    : Answer.status("503 Busy"));
    FlakyServer good = serve(this::range);
    store.fetch(images.entry("full", silent.folder(), good.folder()), events);
    assertThat(events.failures).first().asString().containsIgnoringCase("timed out");
    assertNoLeftovers();
  }

  /** A server that drips must not keep people waiting for ever. */
  @Test
  void aDrippingServerIsLeftAfterSomeTries() throws Exception {
    FlakyServer dripping = serve(r -> range(r).cutAfter(1));
    FlakyServer good = serve(this::range);
    store.fetch(images.entry("full", dripping.folder(), good.folder()), events);
    assertThat(dripping.requests()).hasSize(4 * Fetch.TRIES_WITH_PROGRESS);
    assertThat(good.requests()).hasSize(4);
    assertNoLeftovers();
  }

  @Test
  void takesNoMoreBytesThanTheFileHas() throws Exception {
    byte[] endless = new byte[1 << 20];
    FlakyServer server = serve(r -> Answer.whole(endless).withoutLength());
    assertThatThrownBy(() -> store.fetch(images.entry("full", server.folder()), events))
        .hasMessageContaining("bytes, more came");
    assertThat(events.lastProgress).isLessThan(1 << 18);
    assertThat(folder).doesNotExist();
  }

  @Test
  void noticesAnotherLengthBeforeTheDownload() throws Exception {
    FlakyServer server = serve(r -> Answer.whole(new byte[7]));
    assertThatThrownBy(() -> store.fetch(images.entry("full", server.folder()), events))
        .hasMessageContaining("bytes, the server has 7");
    assertThat(events.lastProgress).isZero();
  }

  /** As in a network that answers every request with its login page. */
  @Test
  void aPageInsteadOfTheFileCostsNothing() throws Exception {
    FlakyServer portal = serve(r -> Answer.whole(new byte[999]));
    FlakyServer good = serve(this::range);
    leavePart(100);
    store.fetch(images.entry("full", portal.folder(), good.folder()), events);
    assertThat(good.requests()).first().extracting(Request::from).isEqualTo(100);
    assertNoLeftovers();
  }

  @Test
  void startsAnewIfTheServerCannotContinue() throws Exception {
    FlakyServer server =
        serve(r -> r.from() > 0 ? Answer.status("416 Range Not Satisfiable") : range(r));
    leavePart(100);
    store.fetch(images.entry("full", server.folder()), events);
    assertThat(server.requests()).extracting(Request::from).startsWith(100, 0);
    assertNoLeftovers();
  }

  @Test
  void refusesAnotherRangeThanItAskedFor() throws Exception {
    FlakyServer server =
        serve(
            r -> r.from() == 0 ? range(r) : range(new Request(r.name(), r.from() - 1, r.number())));
    leavePart(100);
    store.fetch(images.entry("full", server.folder()), events);
    assertThat(events.failures).singleElement().asString().contains("a different range");
    assertNoLeftovers();
  }

  @Test
  void anEmbeddedSetHasNothingToFetch() throws Exception {
    store.fetch(images.entry("embedded"), events);
    assertThat(folder).doesNotExist();
  }

  @Test
  void saysThatTheCacheCannotBeWritten() throws Exception {
    Files.write(temp.resolve("datasets"), new byte[1]);
    assertThatThrownBy(() -> store.fetch(images.entry("full", refused()), events))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("Cannot write the cache folder " + folder);
  }

  @Test
  void twoAtOnceDownloadEachFileOnce() throws Exception {
    FlakyServer server = serve(this::range);
    DatasetEntry entry = images.entry("full", server.folder());
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> runs = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        runs.add(
            threads.submit(
                () -> {
                  store.fetch(entry, new FetchListener() {});
                  return null;
                }));
      }
      for (Future<?> run : runs) {
        run.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(server.requests()).hasSize(4);
    assertNoLeftovers();
  }

  @Test
  void twoProcessesShareACache() throws Exception {
    FlakyServer server = serve(request -> range(request).thenSilentFor(100));
    Process one = FetchProcess.start(temp, server.folder());
    Process two = FetchProcess.start(temp, server.folder());
    assertThat(one.waitFor()).isZero();
    assertThat(two.waitFor()).isZero();
    assertThat(server.requests()).hasSize(4);
    assertNoLeftovers();
  }

  private Answer range(Request request) {
    return Answer.range(images.packed(request.name()), request);
  }

  private FlakyServer serve(Function<Request, Answer> behaviour) throws IOException {
    FlakyServer server = new FlakyServer(behaviour);
    servers.add(server);
    return server;
  }

  /** A port that nothing listens on. */
  private static URI refused() throws IOException {
    try (FlakyServer closed = new FlakyServer(r -> Answer.status("200 OK"))) {
      return closed.folder();
    }
  }

  private void leavePart(int bytes) throws IOException {
    Files.createDirectories(folder);
    byte[] part = Arrays.copyOf(images.packed(FIRST), bytes);
    Files.write(folder.resolve(FIRST + ".part"), part);
  }

  private void assertNoLeftovers() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .allMatch(images.content::containsKey);
    }
  }

  /** Remembers what it was told. */
  private static final class Events implements FetchListener {
    private final List<String> present = new ArrayList<>();
    private final List<String> finished = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private long lastProgress;

    @Override
    public void present(DataFile file) {
      present.add(file.name());
    }

    @Override
    public void progress(DataFile file, long done) {
      lastProgress = done;
      assertThat(done).isLessThanOrEqualTo(file.bytes());
    }

    @Override
    public void failed(DataFile file, URI mirror, Sentence reason) {
      failures.add(reason.text());
    }

    @Override
    public void finished(DataFile file) {
      finished.add(file.name());
    }
  }
}
