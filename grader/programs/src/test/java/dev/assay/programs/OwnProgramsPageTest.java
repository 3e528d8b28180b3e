package dev.assay.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * grader/docs/own-programs.md is executed from a Maven project that has the one dependency which
 * the page names. Maven's plugin that would run the programs is not part of the build, so Java
 * does.
 */
class OwnProgramsPageTest {
  @Test
  void theProgramsRunInAProjectWithOneDependency(@TempDir Path folder) throws Exception {
    assumeFalse(OS.WINDOWS.isCurrentOs(), "links in the test's repository need a privilege there");
    OwnProgramsPage page = OwnProgramsPage.read();
    assertThat(page.programs()).hasSizeGreaterThan(1);
    try (MavenProject project = new MavenProject(folder, page.pom())) {
      for (Map.Entry<String, String> program : page.programs().entrySet()) {
        project.add(program.getKey(), program.getValue());
      }
      List<String> classPath = project.compile();
      assertBringsWhatProgramsNeed(classPath);
      Path natives = Files.createDirectories(Path.of("target", "javacpp").toAbsolutePath());
      for (String program : page.programs().keySet()) {
        assertAlike(project.java(program, classPath, natives), page.output(program));
      }
    }
  }

  private static void assertBringsWhatProgramsNeed(List<String> classPath) {
    List<String> jars =
        classPath.stream().map(entry -> Path.of(entry).getFileName().toString()).toList();
    assertThat(jars)
        .contains("assay-programs-0.1.0.jar")
        .noneMatch(jar -> jar.contains("junit") || jar.contains("assay-run"));
    assertThat(jars.stream().filter(jar -> jar.startsWith("tensorflow-core-native-")))
        .as("TensorFlow's classes, and its libraries for this platform")
        .hasSize(2);
  }

  /** The numbers of a training differ a little between machines, its times much. */
  private static void assertAlike(String real, String shown) {
    assertThat(words(real)).isEqualTo(words(shown));
    assertThat(numbers(real))
        .as(real)
        .usingElementComparator((a, b) -> Math.abs(a - b) < 0.05 ? 0 : Double.compare(a, b))
        .isEqualTo(numbers(shown));
  }

  /** Without numbers, and without the unit of a step's time. */
  private static String words(String text) {
    return text.replaceAll("\\d+(s|ms|us)\\b", "#").replaceAll("[\\d.]+", "#").strip();
  }

  /** Losses and accuracies. */
  private static List<Double> numbers(String text) {
    return Pattern.compile("\\b\\d\\.\\d{4}\\b")
        .matcher(text)
        .results()
        .map(match -> Double.valueOf(match.group()))
        .toList();
  }
}
