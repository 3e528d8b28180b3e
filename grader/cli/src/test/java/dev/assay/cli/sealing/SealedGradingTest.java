package dev.assay.cli.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.AssayProcess;
import dev.assay.cli.Run;
import dev.assay.cli.SampleAnswers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * An answer that looks around, graded on a sealed set with the key in the environment, as in CI.
 */
class SealedGradingTest {
  private static final String VARIABLE = "ASSAY_TEST_KEY";

  /** The first example's features, as they lie in a file of arrays. */
  private static final byte[] FIRST_ROW = littleEndian(5.011f, 3.411f, 1.411f, 0.211f);

  @TempDir private Path folder;

  private static byte[] littleEndian(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  @Test
  @Tag("exhaustive")
  void theResultNamesTheSetAndNothingPlainIsLeft() throws Exception {
    Path key = folder.resolve("hidden.key");
    Path sealed = folder.resolve("hidden.sealed");
    Path table = Files.writeString(folder.resolve("mine.csv"), SealedSamples.IRIS);
    Run.of("seal", "--new-key", key);
    Run sealing = Run.of("seal", "iris", "--table", table, "--out", sealed, "--key-file", key);
    String text = Files.readString(key).strip();
    Files.delete(key);
    Files.delete(table);

    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Path out = folder.resolve("out");
    Path log = folder.resolve("log");
    ProcessBuilder builder =
        AssayProcess.of(
            temporary,
            log,
            "grade",
            answer(),
            "--hidden",
            sealed,
            "--key-env",
            VARIABLE,
            "--out",
            out);
    builder.environment().put(VARIABLE, text);
    Process process = builder.start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    String said = Files.readString(log);
    assertThat(process.exitValue()).as(said).isZero();
    assertThat(said).contains("Iris, data embedded+sealed", "20 hidden examples");

    JsonNode result = new ObjectMapper().readTree(out.resolve("eve/iris/result.json").toFile());
    JsonNode dataset = result.get("dataset");
    assertThat(dataset.get("variant").asText()).isEqualTo("embedded+sealed");
    assertThat(dataset.get("hidden").asInt()).isEqualTo(20);
    assertThat(dataset.get("train").asInt()).isEqualTo(80);
    String fingerprint = sealing.out().lines().toList().get(1).replace("  fingerprint ", "");
    assertThat(dataset.at("/notes/0/message").asText()).contains(fingerprint.substring(0, 16));
    assertThat(result.at("/metric/total").asInt()).isEqualTo(20);

    assertThat(out.resolve("eve/iris/build.log"))
        .content()
        .contains("LANG=")
        .doesNotContain(VARIABLE);
    assertThat(temporary).isEmptyDirectory();
    assertNowhere(text.getBytes(StandardCharsets.US_ASCII));
    assertNowhere(FIRST_ROW);
    assertNowhere(",setosa".getBytes(StandardCharsets.US_ASCII));
  }

  private Path answer() throws IOException {
    return SampleAnswers.write(
        folder.resolve("eve"),
        SampleAnswers.iris(40)
            .replace(
                "return Sequential", "System.out.println(System.getenv()); return Sequential"));
  }

  private void assertNowhere(byte[] secret) throws IOException {
    assertThat(found(secret, folder)).isEmpty();
    assertThat(found(secret, Path.of(System.getProperty("assay.cache")))).isEmpty();
  }

  private static List<Path> found(byte[] secret, Path folder) throws IOException {
    String searched = new String(secret, StandardCharsets.ISO_8859_1);
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(searched)) {
          found.add(file);
        }
      }
    }
    return found;
  }

  @Test
  @Tag("exhaustive")
  void ctrlCLeavesNoFeaturesBehind() throws Exception {
    assumeFalse(
        OS.WINDOWS.isCurrentOs(),
        "a process is interrupted here by the command kill, which Windows lacks");
    Path key = folder.resolve("hidden.key");
    Path sealed = folder.resolve("hidden.sealed");
    Path table = Files.writeString(folder.resolve("mine.csv"), SealedSamples.IRIS);
    Run.of("seal", "--new-key", key);
    Run.of("seal", "iris", "--table", table, "--out", sealed, "--key-file", key);
    Path slow = SampleAnswers.write(folder.resolve("slow"), SampleAnswers.slowIris());
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Path out = folder.resolve("out");
    Path log = folder.resolve("log");
    Process process =
        AssayProcess.of(
                temporary, log, "grade", slow, "--hidden", sealed, "--key-file", key, "--out", out)
            .start();
    try {
      while (!Files.exists(out.resolve("slow/iris/weights.safetensors"))) {
        assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
        TimeUnit.MILLISECONDS.sleep(20);
      }
      assertThat(found(FIRST_ROW, temporary)).hasSize(1);
      assertThat(new ProcessBuilder("kill", "-TERM", "" + process.pid()).start().waitFor())
          .isZero();
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    assertThat(found(FIRST_ROW, temporary)).isEmpty();
  }
}
