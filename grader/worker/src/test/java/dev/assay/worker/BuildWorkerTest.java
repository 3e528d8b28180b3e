package dev.assay.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.TensorSpec;
import dev.assay.problems.Limits;
import dev.assay.problems.ProblemSpec;
import dev.assay.problems.Task;
import dev.assay.protocol.Job;
import dev.assay.protocol.Message;
import dev.assay.worker.compile.CompileWorker;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Builders that fail, one file each in {@code src/test/resources/builders}; its first lines are
 * what the failure must say.
 */
class BuildWorkerTest {
  private static final Path SOURCES = Path.of("src/test/resources/builders").toAbsolutePath();

  @TempDir static Path compiled;
  @TempDir Path folder;

  static List<String> builders() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      return files
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .filter(name -> !name.equals("Base"))
          .sorted()
          .toList();
    }
  }

  @BeforeAll
  static void compile() throws IOException {
    List<String> files =
        Stream.concat(Stream.of("Base"), builders().stream()).map(name -> name + ".java").toList();
    List<Path> classPath =
        Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    for (int i = 0; i < files.size(); i++) {
      Files.copy(SOURCES.resolve(files.get(i)), compiled.resolve(Job.Compile.file(i)));
    }
    Message message =
        CompileWorker.run(
            new Job.Compile(
                compiled,
                files,
                classPath,
                compiled.resolve("classes.jar"),
                compiled.resolve("model.pb"),
                compiled.resolve("model.json")));
    assertThat(((Message.Compiled) message).errors()).isEmpty();
    assertThat(((Message.Compiled) message).builders()).hasSizeGreaterThanOrEqualTo(10);
  }

  private Message build(String name) throws IOException {
    ProblemSpec spec =
        new ProblemSpec(
            "iris",
            "embedded",
            new TensorSpec(ElementType.FLOAT32, List.of(4)),
            Task.MULTICLASS_CLASSIFICATION,
            3,
            new Limits(10, 100, 10, 10, 10),
            1);
    return BuildWorker.run(
        new Job.Build(
            compiled.resolve("classes.jar"),
            "builders." + name,
            spec,
            folder.resolve("model.pb"),
            folder.resolve("model.json")));
  }

  @ParameterizedTest
  @MethodSource("builders")
  void aBuilderThatFailsIsToldWhy(String name) throws IOException {
    List<String> words =
        Files.readAllLines(SOURCES.resolve(name + ".java")).stream()
            .takeWhile(line -> line.startsWith("// "))
            .map(line -> line.substring(3))
            .toList();
    List<String> never =
        words.stream()
            .filter(word -> word.startsWith("never: "))
            .map(word -> word.substring(7))
            .toList();
    List<String> wanted = words.stream().filter(word -> !word.startsWith("never: ")).toList();
    assertThat(wanted).isNotEmpty();
    assertThat(build(name))
        .isInstanceOfSatisfying(
            Message.Failed.class,
            failed -> {
              assertThat(failed.cause()).isEqualTo(Message.Cause.CANDIDATE);
              assertThat(failed.text()).contains(wanted).doesNotContain("dev.assay.worker");
              never.forEach(word -> assertThat(failed.text()).doesNotContain(word));
              assertThat(failed.text().lines().count()).isLessThanOrEqualTo(30);
            });
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aClassThatIsNotThereIsSaid() throws IOException {
    assertThat(build("Nowhere"))
        .isInstanceOfSatisfying(
            Message.Failed.class,
            failed -> assertThat(failed.text()).contains("ClassNotFoundException", "Nowhere"));
  }
}
