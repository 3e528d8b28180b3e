package dev.assay.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.assay.programs.MavenProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The project that grader/docs/junit.md shows, built by Maven outside of any checkout, with its one
 * dependency.
 */
class ExampleProjectTest {
  private static final String[] MODULES = {
    "grader/findings",
    "grader/protocol",
    "grader/diagnosis",
    "grader/report",
    "grader/worker",
    "grader/run",
    "grader/batch",
    "grader/junit"
  };

  /**
   * Those of {@code mvn test}, but for resources: Maven's own choice of that plugin is not here.
   */
  private static final List<String> GOALS =
      List.of(
          "org.apache.maven.plugins:maven-compiler-plugin:3.16.0:compile",
          "org.apache.maven.plugins:maven-compiler-plugin:3.16.0:testCompile",
          "org.apache.maven.plugins:maven-surefire-plugin:3.6.1:test");

  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w+)\\R(.*?)^```\\s*?$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern CLASS = Pattern.compile("class (\\w+)");

  /** Unpacked once, as they are large: a user has them in the cache as well. */
  private static final Path CACHE = Path.of("target", "cache").toAbsolutePath();

  private static List<String> blocks(String language) throws IOException {
    Path page = Path.of(System.getProperty("assay.home"), "grader", "docs", "junit.md");
    List<String> blocks = new ArrayList<>();
    for (MatchResult block :
        BLOCK.matcher(Files.readString(page).replace("\r\n", "\n")).results().toList()) {
      if (block.group(1).equals(language)) {
        blocks.add(block.group(2));
      }
    }
    return blocks;
  }

  private static void addPrograms(MavenProject project) throws IOException {
    for (String source : blocks("java")) {
      String name = CLASS.matcher(source).results().findFirst().orElseThrow().group(1);
      String folder = name.endsWith("Test") ? "src/test/java/" : "src/main/java/";
      project.addFile(folder + name + ".java", source);
    }
  }

  private static MavenProject.Run test(MavenProject project, String... more) throws Exception {
    List<String> arguments = new ArrayList<>(GOALS);
    arguments.add("-DargLine=-Dassay.cache=" + CACHE + " -Dassay.lang=en");
    arguments.add("-Dsurefire.trimStackTrace=true");
    arguments.addAll(List.of(more));
    return project.maven(arguments.toArray(String[]::new));
  }

  @Tag("exhaustive")
  @Test
  void itsTestsPassAndFailWithItsAnswer(@TempDir Path folder) throws Exception {
    assumeFalse(OS.WINDOWS.isCurrentOs(), "links in the test's repository need a privilege there");
    try (MavenProject project = new MavenProject(folder, blocks("xml").get(0), MODULES)) {
      addPrograms(project);

      MavenProject.Run passing = test(project);
      assertThat(passing.output())
          .contains("Tests run: 18, Failures: 0, Errors: 0, Skipped: 0")
          .contains("IrisTest");
      assertThat(passing.exit()).isZero();
      assertThat(results(project)).hasSize(3);

      Answers.write(project.folder().resolve("src/main/java"), Answers.diverging());
      MavenProject.Run failing = test(project, "-Dtest=IrisTest");
      assertThat(failing.output())
          .contains("Tests run: 6, Failures: 1, Errors: 0, Skipped: 2")
          .contains("DIVERGED, 0 of 5 points. ");
      assertThat(failing.exit()).isNotZero();
    }
  }

  private static List<Path> results(MavenProject project) throws IOException {
    try (Stream<Path> files = Files.walk(project.folder().resolve("target/assay"))) {
      return files.filter(file -> file.endsWith("result.json")).toList();
    }
  }

  @Test
  void theProjectForGradleHasTheSameDependency() throws Exception {
    assertThat(blocks("kotlin").get(0)).contains("\"dev.assay:assay-junit:0.1.0\"");
    assertThat(blocks("xml").get(0))
        .contains("<artifactId>assay-junit</artifactId>", "<version>0.1.0</version>");
  }
}
