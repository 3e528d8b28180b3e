package dev.assay.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionTest {
  @TempDir private Path folder;

  private List<String> wanted(boolean named, List<String> answered) {
    return new Samples(folder)
        .selection(named, Samples.IRIS, Samples.FASHION).wanted(answered).stream()
            .map(assignment -> assignment.problem().id())
            .toList();
  }

  @Test
  void ofProblemsThatWereNotNamedThoseThatAreAnsweredAreGraded() {
    assertThat(wanted(false, List.of("iris", "mnist"))).containsExactly("iris");
    assertThat(wanted(false, List.of())).isEmpty();
  }

  @Test
  void namedProblemsAreGradedWhetherTheyAreAnsweredOrNot() {
    assertThat(wanted(true, List.of("iris"))).containsExactly("iris", "fashion-mnist");
  }

  @Test
  void aProblemWithoutDataIsRefused() {
    Assignments california = new Samples(folder).assignments("california");
    assertThatThrownBy(() -> new Selection(california, List.of(Samples.IRIS), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("problems must have the data variant california. Received: iris");
  }
}
