package dev.assay.run.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleTest {
  private static final List<Path> CLASS_PATH =
      Pattern.compile(Pattern.quote(File.pathSeparator))
          .splitAsStream(Objects.requireNonNull(System.getProperty("java.class.path")))
          .map(Path::of)
          .toList();

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Tells whether a process of the role could load a class. */
  private static boolean sees(Role role, String className) throws Exception {
    URL[] path = role.select(CLASS_PATH).stream().map(RoleTest::url).toArray(URL[]::new);
    try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
      return loader.findResource(className.replace('.', '/') + ".class") != null;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.assay.training.Trainer",
        "dev.assay.datasets.DataStore",
        "dev.assay.report.GradeReport",
        "dev.assay.run.Grader"
      })
  void aCandidatesProcessSeesNothingThatReadsDataTrainsOrScores(String className) throws Exception {
    assertThat(sees(Role.BUILD, "dev.assay.problems.ModelBuilder")).isTrue();
    assertThat(sees(Role.BUILD, className)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"TRAIN, true", "PREDICT, true", "EXPORT, false"})
  void ourOwnProcessesTrainAndOnlyThoseThatNeedDataReadIt(Role role, boolean data)
      throws Exception {
    assertThat(sees(role, "dev.assay.training.Trainer")).isTrue();
    assertThat(sees(role, "dev.assay.datasets.DataStore")).isEqualTo(data);
    assertThat(sees(role, "dev.assay.run.Grader")).isFalse();
  }
}
