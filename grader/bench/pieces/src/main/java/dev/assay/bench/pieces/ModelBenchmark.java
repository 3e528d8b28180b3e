package dev.assay.bench.pieces;

import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.models.weights.SafeTensors;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.protocol.Json;
import dev.assay.protocol.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What happens to a model around its training. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first
public class ModelBenchmark {
  private final Message.Step step =
      new Message.Step(3, 1200, 1875, Map.of("loss", 0.04321, "accuracy", 0.9876));
  private final String line = Json.write(step);

  private Path file;
  private List<WeightSpec> specs;
  private Map<String, float[]> weights;

  /** Writes the weights once. */
  @Setup
  public void write() throws IOException {
    specs = Cnn.trace().manifest().weights();
    weights = new LinkedHashMap<>();
    specs.forEach(spec -> weights.put(spec.name(), spec.initializer().values(spec.shape(), 1)));
    file = Files.createTempFile("weights", ".safetensors");
    SafeTensors.write(file, specs, weights);
  }

  /** Removes them. */
  @TearDown
  public void delete() throws IOException {
    Files.delete(file);
  }

  /** The CNN's two graphs, from layers to a GraphDef. */
  @Benchmark
  public ModelGraph trace() {
    return Cnn.trace();
  }

  /** 93,322 weights to a file, as after each best epoch. */
  @Benchmark
  public void writeWeights() throws IOException {
    SafeTensors.write(file, specs, weights);
  }

  /** The same from the file, checked. */
  @Benchmark
  public Map<String, float[]> readWeights() throws IOException {
    return SafeTensors.read(file, specs);
  }

  /** A line of progress, as a worker sends it. */
  @Benchmark
  public String writeMessage() {
    return Json.write(step);
  }

  /** The same, as the grader reads it. */
  @Benchmark
  public Message readMessage() {
    return Json.read(line, Message.class);
  }
}
