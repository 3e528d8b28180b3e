package dev.assay.junit.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars on the class path: what is unpacked from them, and which others they name. */
class UnpackedFilesTest {
  @TempDir private Path folder;

  private Path jar(String name, Manifest manifest, Map<String, String> files) throws IOException {
    Path jar = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out, manifest)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new JarEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return jar;
  }

  private Path jar(String content) throws IOException {
    return jar(
        "data-1.jar",
        new Manifest(),
        Map.of("in/iris/iris.csv", content, "in/../../evil", "out", "other/file", "x"));
  }

  private Path unpacked(String content) throws IOException {
    return new UnpackedFiles(jar(content), "in/").into(folder.resolve("cache"), "data");
  }

  private List<String> filesIn(Path parent) throws IOException {
    try (Stream<Path> files = Files.walk(parent)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> parent.relativize(file).toString())
          .toList();
    }
  }

  @Test
  void filesBelowThePrefixAreUnpackedAndNothingIsWrittenElsewhere() throws Exception {
    Path data = unpacked("1,2");
    assertThat(data.getParent()).hasParent(folder.resolve("cache"));
    assertThat(data.resolve("iris/iris.csv")).hasContent("1,2");
    assertThat(filesIn(data)).hasSize(1);
    assertThat(filesIn(folder)).noneMatch(name -> name.endsWith("evil"));
  }

  @Test
  void theSameJarIsUnpackedOnceAndAnotherOneBesideIt() throws Exception {
    Path data = unpacked("1,2");
    Files.writeString(data.resolve("mark"), "");
    assertThat(unpacked("1,2")).isEqualTo(data).isDirectoryContaining("glob:**mark");
    assertThat(unpacked("3,4")).isNotEqualTo(data);
    assertThat(filesIn(folder.resolve("cache"))).hasSize(3);
  }

  /** IDEs and Surefire pass a jar in place of a class path that is too long. */
  @Test
  void theClassPathHasTheEntriesThatAManifestNames() throws Exception {
    Path data = jar("1,2");
    Path classes = Files.createDirectories(folder.resolve("some classes"));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(Attributes.Name.CLASS_PATH, classes.toUri() + " data-1.jar missing.jar");
    Path booter = jar("booter.jar", manifest, Map.of());
    assertThat(ClassPath.of(booter.toString())).containsExactly(booter, classes, data);
    assertThat(ClassPath.current()).isNotEmpty().allMatch(Files::exists);
  }
}
