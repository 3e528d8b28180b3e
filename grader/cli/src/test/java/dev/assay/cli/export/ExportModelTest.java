package dev.assay.cli.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.cli.Run;
import dev.assay.cli.SampleAnswers;
import dev.assay.datasets.DataStore;
import dev.assay.datasets.arrays.Npy;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.problems.Problems;
import dev.assay.run.processes.Installation;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A graded answer's model, exported and read where there is no Assay. */
class ExportModelTest {
  private static final Installation HERE = Installation.current();

  @TempDir private static Path runs;
  private static Path graded = Path.of("");

  @TempDir private Path folder;

  @BeforeAll
  static void grade() throws IOException {
    Path answer = SampleAnswers.write(runs.resolve("emil"), SampleAnswers.iris(3));
    Run run = Run.of("grade", answer, "--out", runs.resolve("out"));
    graded = runs.resolve("out/emil/iris");
    assertThat(graded.resolve("predictions.npy")).as(run.out() + run.err()).isNotEmptyFile();
  }

  /** A result of the same content, to be damaged. */
  private Path copy() throws IOException {
    Path copy = Files.createDirectories(folder.resolve("copy"));
    for (String name : List.of("model.pb", "model.json", "weights.safetensors", "result.json")) {
      Files.copy(graded.resolve(name), copy.resolve(name));
    }
    return copy;
  }

  private static byte[] hiddenFeatures() throws Exception {
    DataStore store = new DataStore(HERE.embeddedData(), null, HERE.cache());
    ByteBuffer values =
        store
            .load(Problems.load().catalogue().entry("iris", "embedded"), 42)
            .hidden()
            .features()
            .littleEndianBytes();
    byte[] bytes = new byte[values.remaining()];
    values.get(bytes);
    return bytes;
  }

  /** Starts the reader from its source: on its class path are libraries only. */
  private List<String> read(String... args) throws IOException, InterruptedException {
    Path source =
        HERE.home()
            .resolve("grader/training/src/test/java/dev/assay/training/export/StockReader.java");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.bytedeco.javacpp.pathsFirst=true",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-Djava.library.path=" + HERE.natives(),
                "-Dstdout.encoding=UTF-8",
                "-cp",
                String.join(
                    File.pathSeparator,
                    HERE.classPath().stream()
                        .map(Path::toString)
                        .filter(entry -> entry.endsWith(".jar") && !entry.contains("assay-"))
                        .toList()),
                source.toString()));
    command.addAll(List.of(args));
    Path errors = folder.resolve("errors");
    Process process =
        new ProcessBuilder(command).redirectError(Redirect.to(errors.toFile())).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    return out.lines().toList();
  }

  private static String answer(List<String> lines, String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key + " "))
        .findFirst()
        .orElseThrow()
        .replaceFirst("^\\w+ \\[[^]]*] ", "");
  }

  /** Another thread count or batch may change the last bit of a float32 in [0, 1]. */
  private static void assertGraded(String outputs) throws Exception {
    NumericArray predictions = Npy.read(graded.resolve("predictions.npy"));
    String[] bits = outputs.split(" ", -1);
    assertThat(bits).hasSize(predictions.size());
    for (int i = 0; i < bits.length; i++) {
      assertThat(Float.intBitsToFloat(Integer.parseUnsignedInt(bits[i], 16)))
          .isCloseTo(predictions.getFloat(i), within(1e-6f));
    }
  }

  @Test
  @Tag("exhaustive")
  void aSavedModelPredictsWhatWasGraded() throws Exception {
    Path out = folder.resolve("new/model");
    Run run = Run.of("export-model", graded, "--out", out);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            emil / iris is in %s
              tag serve, signature serving_default
              takes features: FLOAT (None, 4)
              gives classes: INT64 (None,)
              gives labels: STRING (None,)
              gives outputs: FLOAT (None, 3)
              gives probabilities: FLOAT (None, 3)
            """
                .formatted(out));
    Path features = Files.write(folder.resolve("features"), hiddenFeatures());
    List<String> lines = read("savedmodel", out.toString(), features.toString());
    assertGraded(answer(lines, "outputs"));
    assertThat(answer(lines, "labels").split(" ", -1))
        .isSubsetOf(Files.readAllLines(out.resolve("assets/labels.txt")));
    assertThat(Files.readAllLines(out.resolve("assets/labels.txt"))).hasSize(3);
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("saved_model.pb", "variables", "assets");
    }
  }

  @Test
  @Tag("exhaustive")
  void aCheckpointPredictsWhatWasGraded() throws Exception {
    Path out = folder.resolve("checkpoint");
    Run run = Run.of("export-model", graded, "--format", "checkpoint", "--out", out);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("model.ckpt: 6 weights", "labels.txt: 3 classes");
    Path features = Files.write(folder.resolve("features"), hiddenFeatures());
    List<String> lines =
        read(
            "checkpoint",
            out.resolve("model.ckpt").toString(),
            features.toString(),
            graded.resolve("model.pb").toString(),
            "normalization/mean",
            "normalization/variance",
            "dense/kernel",
            "dense/bias",
            "dense_1/kernel",
            "dense_1/bias");
    assertGraded(answer(lines, "outputs"));
  }

  @Test
  void safetensorsAreTheGradedOnesAndLieInTheResultByDefault() throws IOException {
    Path copy = copy();
    Run run = Run.of("export-model", copy.resolve("result.json"), "--format", "safetensors");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(copy.resolve("safetensors/weights.safetensors"))
        .hasSameBinaryContentAs(graded.resolve("weights.safetensors"));
    assertThat(copy.resolve("safetensors/labels.txt")).isNotEmptyFile();
  }

  private static void assertWrong(int code, String sentence, Object... args) {
    Run run = Run.of(args);
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(run.err()).startsWith("assay: ").contains(sentence);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void whatIsNoResultIsRefused() throws IOException {
    Path none = folder.resolve("none");
    assertWrong(2, none + " is not the folder of a result", "export-model", none);
    assertWrong(2, "Choose one below it: " + graded, "export-model", runs.resolve("out"));
    assertWrong(2, "--format", "export-model", graded, "--format", "onnx");
    Path copy = copy();
    Files.writeString(copy.resolve("result.json"), "{}");
    assertWrong(2, "result.json is not a result", "export-model", copy);
  }

  @Test
  void anAnswerThatWasNotTrainedIsRefused() throws IOException {
    Path answer = SampleAnswers.write(folder.resolve("ben"), "class Broken {");
    Run.of("grade", answer, "--problem", "iris", "--out", folder.resolve("out"));
    assertWrong(
        2,
        "ben / iris was not trained and scored (COMPILE_ERROR), so it has no trained model.",
        "export-model",
        folder.resolve("out/ben/iris"));
  }

  @Test
  void aFolderWithFilesIsLeftAsItIs() throws IOException {
    Files.writeString(folder.resolve("mine"), "kept");
    assertWrong(2, folder + " already exists", "export-model", graded, "--out", folder);
    Path file = folder.resolve("mine");
    assertWrong(2, file + " already exists", "export-model", graded, "--out", file);
    assertWrong(2, "cannot be written", "export-model", graded, "--out", file.resolve("below"));
    assertThat(file).hasContent("kept");
  }

  @Test
  void damagedWeightsAreTheGradersError() throws IOException {
    Path copy = copy();
    Path weights = copy.resolve("weights.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length - 1] ^= 1;
    Files.write(weights, bytes);
    assertWrong(3, "weights.safetensors was changed after it was written", "export-model", copy);
    assertThat(listed(copy)).noneMatch(name -> name.contains("savedmodel"));

    Files.delete(weights);
    assertWrong(2, weights + " is missing", "export-model", copy);
  }

  @Test
  void aGraphThatChangedIsTheGradersError() throws IOException {
    Path copy = copy();
    byte[] graph = Files.readAllBytes(copy.resolve("model.pb"));
    Files.write(copy.resolve("model.pb"), Arrays.copyOf(graph, graph.length - 1));
    assertWrong(3, "model.pb was changed after it was graded", "export-model", copy);
  }

  private static List<String> listed(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
