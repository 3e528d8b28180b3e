package dev.assay.run.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.protocol.Job;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process that serves many jobs sees of each. */
class ExchangeTest {
  private static final Job.Serve INSIDE =
      new Job.Serve(Path.of("/in/1"), Path.of("/out/2"), List.of(Path.of("/in/3/lib.jar")), true);

  @TempDir Path folder;
  private Path library;
  private Path sources;
  private Path classes;

  @BeforeEach
  void write() throws IOException {
    library = Files.writeString(folder.resolve("lib.jar"), "library");
    sources = Files.createDirectory(folder.resolve("sources"));
    Files.writeString(sources.resolve("0.java"), "class A {}");
    classes = folder.resolve("classes.jar");
  }

  private Job.Compile job() {
    return new Job.Compile(sources, List.of("A.java"), List.of(library), classes, null, null);
  }

  private static Path outside(Exchange exchange, Path inside) {
    Job.Serve outside = exchange.job(true);
    return inside.startsWith(INSIDE.in())
        ? outside.in().resolve(INSIDE.in().relativize(inside).toString())
        : outside.out().resolve(INSIDE.out().relativize(inside).toString());
  }

  private static List<Path> content(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void theFilesOfAJobAreThereAsLongAsItLasts() throws IOException {
    try (Exchange exchange = Exchange.create(List.of(library))) {
      Job.Compile told = (Job.Compile) exchange.put(job(), INSIDE);
      assertThat(told.classPath()).isEqualTo(INSIDE.shared());
      assertThat(outside(exchange, told.folder()).resolve("0.java")).hasContent("class A {}");
      Path written = outside(exchange, told.classes());
      assertThat(written).isEmptyFile();
      Files.writeString(written, "classes");
      exchange.take();
      assertThat(classes).hasContent("classes");
      assertThat(content(exchange.job(true).in())).isEmpty();
      assertThat(content(exchange.job(true).out())).isEmpty();
      assertThat(sources.resolve("0.java")).hasContent("class A {}");
    }
  }

  @Test
  void ofALinkThatIsLeftInPlaceOfAResultNothingIsRead() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "the hidden labels");
    try (Exchange exchange = Exchange.create(List.of(library))) {
      Path written = outside(exchange, ((Job.Compile) exchange.put(job(), INSIDE)).classes());
      Files.delete(written);
      try {
        Files.createSymbolicLink(written, secret);
      } catch (IOException | UnsupportedOperationException e) {
        assumeTrue(false, "no symbolic links here: " + e);
      }
      exchange.take();
      assertThat(classes).isEmptyFile();
      assertThat(content(exchange.job(true).out())).isEmpty();
    }
    assertThat(secret).hasContent("the hidden labels");
  }

  @Test
  void aFileThatOnlyItsOwnerMayReadKeepsItsPermissions() throws IOException {
    assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "this system has no such permissions");
    Path source = sources.resolve("0.java");
    Files.setPosixFilePermissions(source, PosixFilePermissions.fromString("rw-------"));
    try (Exchange exchange = Exchange.create(List.of(library))) {
      Job.Compile told = (Job.Compile) exchange.put(job(), INSIDE);
      Path shown = outside(exchange, told.folder()).resolve("0.java");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shown)))
          .isEqualTo("r--r--r--");
      Path around = exchange.job(true).in().getParent();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(around)))
          .isEqualTo("rwx------");
      exchange.take();
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(source)))
        .isEqualTo("rw-------");
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Files.delete(sources.resolve("0.java"));
    Files.delete(sources);
    try (Exchange exchange = Exchange.create(List.of(library))) {
      assertThatIOException()
          .isThrownBy(() -> exchange.put(job(), INSIDE))
          .isInstanceOf(NoSuchFileException.class)
          .withMessageContaining("sources");
    }
  }

  @Test
  void noFolderIsGivenToWriteInto() throws IOException {
    Job.Export job =
        new Job.Export(
            new Job.ModelFiles(library, library),
            library,
            "digest",
            List.of(),
            Job.Format.SAVEDMODEL,
            folder);
    try (Exchange exchange = Exchange.create(List.of(library))) {
      assertThatIllegalArgumentException().isThrownBy(() -> exchange.put(job, INSIDE));
    }
  }
}
