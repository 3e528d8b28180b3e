package dev.assay.run.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
  @TempDir private Path temp;

  private Installation installation() throws IOException {
    Path home = Files.createDirectories(temp.resolve("home"));
    return new Installation(home, home.resolve("none"), List.of(), temp.resolve("cache"));
  }

  private Installation release() throws IOException {
    Files.createDirectories(temp.resolve("home/lib"));
    return installation();
  }

  @Test
  void aCheckoutIsSetUpInTheCacheAndReportsBesideItsSources() throws IOException {
    Installation checkout = installation();
    assertThat(checkout.isRelease()).isFalse();
    assertThat(checkout.setupFolder()).isEqualTo(temp.resolve("cache"));
    assertThat(checkout.reports()).isEqualTo(temp.resolve("home/reports"));
    assertThat(checkout.ownClassData())
        .isEqualTo(temp.resolve("home/grader/cli/target/class-data"));
    assertThat(checkout.nativesMissing().text()).contains("Build Assay again");
  }

  @Test
  void aReleaseIsSetUpForAllByWhoCanWriteItAndReportsWhereItIsCalled() throws IOException {
    Installation release = release();
    assertThat(release.isRelease()).isTrue();
    assertThat(release.setupFolder()).isEqualTo(temp.resolve("home/shared"));
    assertThat(release.reports()).isEqualTo(Path.of("reports"));
    assertThat(release.ownClassData()).isEqualTo(temp.resolve("home/shared/class-data"));
    assertThat(release.nativesMissing().text()).contains("Run `assay setup`");
  }

  @Test
  void aReleaseThatIsReadOnlyIsSetUpInTheUsersCache() throws IOException {
    Installation release = release();
    assumeTrue(release.home().toFile().setWritable(false), "no permissions here");
    try {
      assumeTrue(!Files.isWritable(release.home()), "this user may write everything");
      assertThat(release.setupFolder()).isEqualTo(temp.resolve("cache"));
    } finally {
      assertThat(release.home().toFile().setWritable(true)).isTrue();
    }
  }
}
