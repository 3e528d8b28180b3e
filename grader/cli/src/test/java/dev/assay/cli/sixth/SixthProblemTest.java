package dev.assay.cli.sixth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.Run;
import dev.assay.problems.Problem;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A problem beside those of Assay needs a class, its texts and a line for ServiceLoader. */
class SixthProblemTest {
  @TempDir private Path folder;

  private final ClassLoader usual = Thread.currentThread().getContextClassLoader();

  @BeforeEach
  void makeItKnown() throws Exception {
    Path services = Files.createDirectories(folder.resolve("classes/META-INF/services"));
    Files.writeString(services.resolve(Problem.class.getName()), SeedsProblem.class.getName());
    URL[] path = {folder.resolve("classes").toUri().toURL()};
    Thread.currentThread().setContextClassLoader(new URLClassLoader(path, usual));
    Files.writeString(
        Files.createDirectories(folder.resolve("data/seeds")).resolve("seeds.csv"),
        SeedsProblem.csv());
  }

  @AfterEach
  void forgetIt() {
    Thread.currentThread().setContextClassLoader(usual);
  }

  @Test
  void isListedWithItsData() {
    assertThat(Run.of("list").out()).contains("seeds", "iris");
    assertThat(Run.of("data", "list", "--data-dir", folder.resolve("data")).out())
        .contains("seeds", "in --data-dir");
  }

  @Test
  void isHandedOutCheckedAndGraded() throws Exception {
    Path answer = folder.resolve("ann");
    Run handedOut = Run.of("new", "seeds", "--out", answer);
    assertThat(handedOut.code()).as(handedOut.err()).isZero();
    assertThat(handedOut.out()).contains("Tell round seeds from long ones");

    Run checked = Run.of("check", answer, "--problem", "seeds", "--data", "full");
    assertThat(checked.code()).as(checked.out() + checked.err()).isZero();

    Path out = folder.resolve("out");
    Run graded =
        Run.of(
            "grade", answer, "--data-dir", folder.resolve("data"), "--out", out, "--data", "full");
    assertThat(graded.code()).as(graded.out() + graded.err()).isZero();
    JsonNode result = new ObjectMapper().readTree(out.resolve("ann/seeds/result.json").toFile());
    assertThat(result.get("verdict").asText()).isEqualTo("PASSED");
    assertThat(result.get("dataset").get("hidden").asInt()).isEqualTo(100);
  }
}
