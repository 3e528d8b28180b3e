package dev.assay.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The release of this repository's own files, with small jars. */
class ReleaseZipTest {
  private static final TimeZone ZONE = TimeZone.getDefault();

  @TempDir private Path folder;
  private List<Jar> jars = List.of();

  @BeforeEach
  void makeJars() throws IOException {
    jars = Samples.jars(folder);
  }

  @AfterEach
  void resetTheZone() {
    TimeZone.setDefault(ZONE);
  }

  private Path write(String name, List<Jar> order) throws IOException {
    Path list = folder.resolve("jars.txt");
    StringBuilder text = new StringBuilder("\nThe following files have been resolved:\n");
    for (Jar jar : order) {
      text.append(
          "   %s:%s:jar:%s:runtime:%s -- module a\n"
              .formatted(jar.group(), jar.name(), jar.version(), jar.file()));
    }
    Files.writeString(list, text);
    Path out = Files.createDirectories(folder.resolve(name));
    Main.main(
        new String[] {
          Repository.HOME.toString(),
          list.toString(),
          out.toString(),
          "0.1.0",
          Samples.TIME.toString(),
          Samples.REPOSITORY.toString()
        });
    return out.resolve("assay-0.1.0.zip");
  }

  @Test
  void twoOfTheSameFilesAreAlikeByteForByte() throws IOException {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    Path first = write("first", jars);
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Seoul"));
    for (Jar jar : jars) {
      Files.setLastModifiedTime(jar.file(), FileTime.from(Instant.parse("2020-02-02T02:02:02Z")));
    }
    Collections.reverse(jars);
    Path second = write("second", jars);
    assertThat(Files.mismatch(first, second)).isEqualTo(-1);
    assertThat(first.resolveSibling("assay-0.1.0.zip.sha256"))
        .hasContent(Checksums.of(Files.readAllBytes(first)) + "  assay-0.1.0.zip\n");
  }

  @Test
  void itHasAllThatGradingNeedsAndNothingOfARun() throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(write("out", jars)).get()) {
      List<String> names =
          Collections.list(zip.getEntries()).stream().map(ZipArchiveEntry::getName).toList();
      assertThat(names)
          .allMatch(name -> name.startsWith("assay-0.1.0/"))
          .noneMatch(name -> name.contains("/target/") || name.contains("/."))
          .contains(
              "assay-0.1.0/assay",
              "assay-0.1.0/assay.cmd",
              "assay-0.1.0/README.md",
              "assay-0.1.0/LICENSE",
              "assay-0.1.0/lib/assay-run-0.1.0.jar",
              "assay-0.1.0/lib/release.properties",
              "assay-0.1.0/solutions/reference/IrisAnswer.java",
              "assay-0.1.0/datasets/embedded/iris/iris.csv",
              "assay-0.1.0/reports/class.schema.json",
              "assay-0.1.0/grader/docs/exports.md",
              "assay-0.1.0/sbom.cdx.json");
      assertThat(names.stream().filter(name -> name.startsWith("assay-0.1.0/reports/")))
          .allMatch(name -> name.endsWith(".schema.json") || name.endsWith("README.md"));
    }
  }

  @Test
  void theLauncherMayBeExecutedAndEveryFileRead() throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(write("out", jars)).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        boolean launcher = entry.getName().equals("assay-0.1.0/assay");
        assertThat(entry.getUnixMode()).as(entry.getName()).isEqualTo(launcher ? 0100755 : 0100644);
        assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
      }
      String command = text(zip, "assay.cmd");
      assertThat(command.replace("\r\n", "")).doesNotContain("\n", "\r");
    }
  }

  private static String text(ZipFile zip, String name) throws IOException {
    ZipArchiveEntry entry = zip.getEntry("assay-0.1.0/" + name);
    return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void theChecksumsAreThoseOfAllOtherFiles() throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(write("out", jars)).get()) {
      List<String> lines = text(zip, "SHA256SUMS").lines().toList();
      assertThat(lines).hasSize(Collections.list(zip.getEntries()).size() - 1);
      for (String line : lines) {
        String[] parts = line.split("  ", 2);
        byte[] content = zip.getInputStream(zip.getEntry("assay-0.1.0/" + parts[1])).readAllBytes();
        assertThat(Checksums.of(content)).as(parts[1]).isEqualTo(parts[0]);
      }
    }
  }

  @Test
  void theRepositoryMustBeReachedSafely() {
    assertThatThrownBy(() -> new Release("1", Samples.TIME, URI.create("http://a/"), jars))
        .hasMessage("release.repository must be an https URL. Received: http://a/");
  }

  @Test
  void aJarOfTwoVersionsIsRefused() throws IOException {
    jars.add(Samples.jar(folder, "dev.assay", "assay-run", "0.2.0", Map.of("a", "b")));
    assertThatThrownBy(() -> Samples.release(jars)).hasMessageContaining("twice: [assay-run]");
  }

  @Test
  void whatIsNoJarIsRefused() {
    assertThatThrownBy(() -> Jar.listed("   org.a:b:pom:1:runtime:/a/b.pom"))
        .hasMessageStartingWith("every dependency must be a jar. Received: ");
    assertThat(Jar.listed("\n   org.a:b:jar:linux:1.0:compile:/a b/c.jar -- module x (auto)\n"))
        .containsExactly(new Jar("org.a", "b", "1.0", Path.of("/a b/c.jar")));
  }
}
