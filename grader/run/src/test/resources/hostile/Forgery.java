import dev.assay.keras.models.Model;
import dev.assay.keras.models.flops.Flops;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.ProblemSpec;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.tensorflow.proto.GraphDef;

/**
 * Writes files of its own in place of the builder, says that they are built, and waits for its end.
 */
abstract class Forgery extends Attack {
  /** Changes what the builder would have written, or writes in its place. */
  void forge(GraphDef.Builder graph) throws Exception {}

  /** Changes the builder's description. */
  String describe(String json) {
    return json;
  }

  /** Does the rest to the files. */
  void spoil(Path graph, Path model) throws Exception {}

  @Override
  void attack() {}

  @Override
  public Model build(ProblemSpec spec) {
    try {
      write(spec, file("model.pb"), file("model.json"));
      try (FileOutputStream grader = new FileOutputStream(FileDescriptor.out)) {
        grader.write("{\"type\":\"Built\"}\n".getBytes(StandardCharsets.UTF_8));
        Thread.sleep(60_000);
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return model(spec);
  }

  private void write(ProblemSpec spec, Path graph, Path model) throws Exception {
    FitPlan plan = fit(spec);
    ModelGraph built = ModelGraph.trace(model(spec), spec.input(), spec.labels(), spec.seed());
    GraphDef.Builder changed = built.graphDef().toBuilder();
    forge(changed);
    Object stored = make("dev.assay.protocol.StoredModel", graph, model);
    Object description =
        make(
            "dev.assay.protocol.BuiltModel",
            built.manifest(),
            built.parts(),
            Flops.ofPrediction(built),
            plan);
    for (Method method : stored.getClass().getDeclaredMethods()) {
      if (method.getName().equals("write")) {
        method.setAccessible(true);
        method.invoke(stored, changed.build(), description);
      }
    }
    Files.writeString(model, describe(Files.readString(model)));
    spoil(graph, model);
  }

  private static Object make(String type, Object... arguments) throws Exception {
    Constructor<?> constructor = Class.forName(type).getDeclaredConstructors()[0];
    return constructor.newInstance(arguments);
  }

  /** In a sandbox all that can be written lies there; else the files are in the run's folder. */
  private static Path file(String name) {
    Path sandboxed = Path.of("/out");
    if (!Files.isDirectory(sandboxed)) {
      return Path.of("@OWN@", name);
    }
    try (Stream<Path> files = Files.walk(sandboxed)) {
      return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
