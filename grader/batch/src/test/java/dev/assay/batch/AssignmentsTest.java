package dev.assay.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.problems.Problem;
import dev.assay.problems.ProblemVariant;
import dev.assay.run.grading.Assignment;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssignmentsTest {
  @TempDir private Path folder;

  private String variant(String data, Problem problem) {
    return new Samples(folder)
        .assignments(data)
        .of(problem)
        .map(Assignment::variant)
        .map(ProblemVariant::name)
        .orElse("none");
  }

  @Test
  void autoIsTheEmbeddedDataUntilTheFullDataIsThere() throws Exception {
    assertThat(variant("auto", Samples.FASHION)).isEqualTo("embedded");
    Samples samples = new Samples(folder);
    samples.fetch(samples.assignments("full").of(Samples.FASHION).orElseThrow().entry());
    assertThat(variant("auto", Samples.FASHION)).isEqualTo("full");
  }

  @Test
  void aProblemWhoseEmbeddedDataIsAllThereIsHasItAsFullDataToo() {
    assertThat(variant("full", Samples.IRIS)).isEqualTo("embedded");
    assertThat(variant("full", Samples.FASHION)).isEqualTo("full");
  }

  @Test
  void aVariantThatAProblemLacksIsNotReplacedByAnother() {
    assertThat(variant("california", Samples.IRIS)).isEqualTo("none");
    assertThat(new Samples(folder).assignments("california").available()).isEmpty();
  }

  @Test
  void theNamesOfVariantsAreThoseOfAllProblems() {
    assertThat(Assignments.variantNames(Samples.PROBLEMS)).containsExactly("embedded", "full");
  }
}
