package dev.assay.run.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class VersionTest {
  @Test
  void resultsNameTheVersionsThatAreBuilt() throws IOException {
    String pom = Files.readString(Path.of("../../pom.xml"));

    assertThat(pom)
        .containsSubsequence(
            "<artifactId>assay</artifactId>",
            "<version>" + Version.ASSAY + "</version>",
            "<modules>")
        .contains(
            "<tensorflow.version>%s</tensorflow.version>"
                .formatted(Version.TENSORFLOW.replaceFirst(" .*", "")));
  }
}
