package dev.assay.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Run;
import dev.assay.cli.data.DataSets;
import dev.assay.cli.data.FileServer;
import dev.assay.cli.data.SmallData;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.run.natives.NativeLibraries;
import dev.assay.run.processes.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code assay setup} in a release's folder, with data sets from a server on this machine. */
@Timeout(60)
class SetupCommandTest {
  @TempDir private Path temp;
  private Path home = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private FileServer server;

  @BeforeEach
  void unpackARelease() throws IOException {
    server = new FileServer(SmallData.FILES);
    home = Files.createDirectories(temp.resolve("assay"));
    Files.createDirectories(home.resolve("lib"));
  }

  @AfterEach
  void stopTheServer() {
    server.close();
  }

  private DataSets sets() {
    DatasetEntry full = SmallData.entry("one", "full", server.mirror("good"));
    DatasetEntry embedded = SmallData.entry("one", "embedded");
    Path natives = home.resolve("shared").resolve(NativeLibraries.forThisMachine().folder());
    Installation installation = new Installation(home, natives, List.of(), temp.resolve("cache"));
    return new DataSets(installation, List.of(embedded, full));
  }

  private void installNatives() throws IOException {
    Files.createDirectories(sets().installation().natives());
  }

  @Test
  void allUsersShareWhatWasSetUpByWhoCanWriteTheRelease() throws IOException {
    installNatives();
    Run run = Run.of(sets(), "setup");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "TensorFlow's native library is in ", "images.idx: complete, SHA-256 as published")
        .endsWith("Ready. All users of this installation share what was set up.\n");
    assertThat(home.resolve("shared/datasets/one-files/images.idx")).exists();
    assertThat(temp.resolve("cache")).doesNotExist();
    assertThat(Run.of(sets(), "data", "list", "one").out())
        .contains(home.resolve("shared/datasets/one-files").toString());
    assertThat(Run.of(sets(), "data", "verify", "one", "--data", "full").code()).isZero();
  }

  @Test
  void theSecondTimeNothingIsDownloaded() throws IOException {
    installNatives();
    Run.of(sets(), "setup");
    server.close();
    Run run = Run.of(sets(), "setup");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("images.idx: already downloaded");
  }

  @Test
  void withoutDataOnlyTheLibraryIsSetUp() throws IOException {
    installNatives();
    Run run = Run.of(sets(), "setup", "--no-data");
    assertThat(run.code()).isZero();
    assertThat(run.out()).doesNotContain("images.idx");
  }

  @Test
  void aRepositoryThatDoesNotHaveTheLibraryIsNamed() throws IOException {
    Run run = Run.of(sets(), "setup", "--no-data", "--repository", server.mirror("gone"));
    if (NativeLibraries.forThisMachine().sha256() != null) {
      assertThat(run.err())
          .contains(
              "Could not fetch tensorflow-core-native-", "status 404", "run the same command");
    } else {
      assertThat(run.err()).contains("does not know the digest");
    }
    assertThat(run.code()).isEqualTo(3);
  }

  @Test
  void theRepositoryIsThatOfTheReleaseUnlessOneIsNamed() throws IOException {
    Run none = Run.of(sets(), "setup", "--no-data");
    assertThat(none.code()).isEqualTo(3);
    assertThat(none.err()).contains("This release names no Maven repository");
    Files.writeString(
        home.resolve("lib/release.properties"), "repository = " + server.mirror("gone"));
    Run named = Run.of(sets(), "setup", "--no-data");
    assertThat(named.err()).doesNotContain("names no Maven repository");
  }

  @Test
  void aJarThatIsNotThePublishedOneIsRefused() throws IOException {
    Path jar = Files.writeString(temp.resolve("a.jar"), "no jar");
    Run run = Run.of(sets(), "setup", "--no-data", "--natives", jar);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains(jar.toString()).contains("from Maven Central.");
  }

  @Test
  void wrongOptionsAreRefusedBeforeAnythingIsFetched() throws IOException {
    Run url = Run.of(sets(), "setup", "--repository", "ftp://example.org");
    assertThat(url.code()).isEqualTo(2);
    assertThat(url.err()).contains("must be an http or https URL. Received: ftp://example.org");
    Files.delete(home.resolve("lib"));
    Run checkout = Run.of(sets(), "setup", "--repository", "https://example.org");
    assertThat(checkout.code()).isEqualTo(2);
    assertThat(checkout.err()).contains("This is a checkout");
    assertThat(home.resolve("shared")).doesNotExist();
  }

  @Test
  void itIsSaidInKoreanToo() throws IOException {
    installNatives();
    Run run = Run.of(sets(), "--lang", "ko", "setup", "--no-data");
    assertThat(run.out()).contains("준비가 끝났습니다. 이 설치본의 모든 사용자가 함께 씁니다.");
  }
}
