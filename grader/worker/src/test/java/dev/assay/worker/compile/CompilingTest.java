package dev.assay.worker.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.protocol.Job;
import dev.assay.protocol.Json;
import dev.assay.protocol.Message;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;

/** Sources that are compiled in a folder of their own. */
abstract class CompilingTest {
  static final String BUILDER =
      """
       implements dev.assay.problems.ModelBuilder {
        public dev.assay.keras.models.Model build(dev.assay.problems.ProblemSpec spec) {
          return null;
        }
        public dev.assay.keras.training.FitPlan fit(dev.assay.problems.ProblemSpec spec) {
          return null;
        }
      }
      """;

  @TempDir Path folder;
  private final List<String> sources = new ArrayList<>();
  final List<Path> classPath = classPathOfThisProcess();

  final void source(String name, String text) throws IOException {
    Path sourceFolder = Files.createDirectories(folder.resolve("src"));
    Files.writeString(sourceFolder.resolve(Job.Compile.file(sources.size())), text);
    sources.add(name);
  }

  final Message.Compiled compile() throws IOException {
    return (Message.Compiled) run();
  }

  final Message run() throws IOException {
    Path classes = folder.resolve("classes.jar");
    Job.Compile job =
        new Job.Compile(
            folder.resolve("src"),
            sources,
            List.copyOf(classPath),
            classes,
            folder.resolve("model.pb"),
            folder.resolve("model.json"));
    Message message = CompileWorker.run(job);
    assertThat(Json.read(Json.write(message), Message.class)).isEqualTo(message);
    return message;
  }

  private static List<Path> classPathOfThisProcess() {
    String path = Objects.requireNonNull(System.getProperty("java.class.path"));
    return new ArrayList<>(Arrays.stream(path.split(File.pathSeparator)).map(Path::of).toList());
  }
}
