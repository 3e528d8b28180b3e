package dev.assay.run.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleTest {
  private static final List<Path> JARS =
      Stream.of(
              "assay-cli-0.1.0.jar",
              "assay-run-0.1.0.jar",
              "assay-report-0.1.0.jar",
              "assay-worker-0.1.0.jar",
              "assay-protocol-0.1.0.jar",
              "assay-findings-0.1.0.jar",
              "assay-keras-0.1.0.jar",
              "assay-training-0.1.0.jar",
              "assay-commons-0.1.0.jar",
              "assay-datasets-0.1.0.jar",
              "assay-problems-api-0.1.0.jar",
              "assay-problem-iris-0.1.0.jar",
              "tensorflow-core-api-1.1.0.jar",
              "tensorflow-core-native-1.1.0.jar",
              "ndarray-1.0.0.jar",
              "javacpp-1.5.11.jar",
              "protobuf-java-4.28.3.jar",
              "jackson-databind-2.22.4.jar",
              "commons-csv-1.14.1.jar",
              "picocli-4.7.7.jar")
          .map(Path.of("/lib")::resolve)
          .toList();

  private static final List<Path> FOLDERS =
      Stream.of(
              "datasets/target/classes",
              "grader/commons/target/classes",
              "grader/keras/target/classes",
              "grader/findings/target/classes",
              "grader/training/target/classes",
              "grader/protocol/target/classes",
              "grader/worker/target/classes",
              "grader/run/target/classes",
              "grader/run/target/test-classes",
              "problems/api/target/classes",
              "problems/iris/target/classes")
          .map(Path.of("/assay")::resolve)
          .toList();

  private static List<String> names(List<Path> classPath) {
    return classPath.stream().map(Path::toString).toList();
  }

  @Test
  void whatSeesTheCandidateHasNothingThatReadsDataNorTheGrader() {
    assertThat(names(Role.BUILD.select(JARS)))
        .contains("/lib/assay-worker-0.1.0.jar", "/lib/assay-keras-0.1.0.jar")
        .noneMatch(name -> name.contains("datasets") || name.contains("csv"))
        .noneMatch(name -> name.contains("training"))
        .noneMatch(name -> name.contains("assay-run") || name.contains("assay-problem-iris"));
    assertThat(names(Role.BUILD.select(FOLDERS)))
        .containsExactlyInAnyOrder(
            "/assay/grader/commons/target/classes",
            "/assay/grader/keras/target/classes",
            "/assay/grader/findings/target/classes",
            "/assay/grader/protocol/target/classes",
            "/assay/grader/worker/target/classes",
            "/assay/problems/api/target/classes");
  }

  @ParameterizedTest
  @EnumSource(names = "BUILD", mode = EnumSource.Mode.EXCLUDE)
  void theTrainerIsWhereOurCodeAloneRuns(Role role) {
    assertThat(names(role.select(JARS))).contains("/lib/assay-training-0.1.0.jar");
    assertThat(names(role.select(FOLDERS))).contains("/assay/grader/training/target/classes");
  }

  @Test
  void aProgramOfTheUsersOwnHasTheTrainer() {
    assertThat(names(Role.forPrograms(JARS))).contains("/lib/assay-training-0.1.0.jar");
  }

  @ParameterizedTest
  @EnumSource(names = {"TRAIN", "PREDICT"})
  void whatTrainsHasTheReadersOfArraysButNoGrader(Role role) {
    assertThat(names(role.select(JARS)))
        .contains("/lib/assay-datasets-0.1.0.jar")
        .noneMatch(name -> name.contains("assay-run") || name.contains("assay-report"));
    assertThat(names(role.select(FOLDERS))).contains("/assay/datasets/target/classes");
  }

  @ParameterizedTest
  @EnumSource
  void theOrderDoesNotDependOnThatOfTheGrader(Role role) {
    List<Path> turned = new ArrayList<>(JARS);
    Collections.reverse(turned);
    assertThat(role.select(turned)).isEqualTo(role.select(JARS));
  }

  @Test
  void candidatesAreCompiledAgainstTheApiOnly() {
    assertThat(names(Role.forCandidates(JARS)))
        .containsExactly(
            "/lib/assay-keras-0.1.0.jar",
            "/lib/assay-problems-api-0.1.0.jar",
            "/lib/tensorflow-core-api-1.1.0.jar",
            "/lib/tensorflow-core-native-1.1.0.jar",
            "/lib/ndarray-1.0.0.jar",
            "/lib/javacpp-1.5.11.jar",
            "/lib/protobuf-java-4.28.3.jar");
  }
}
