package dev.assay.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.bench.Outcome;
import dev.assay.bench.Workload;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final long MIB = 1 << 20;

  private final Results results = new Results();

  private void measured(Workload workload, String program, int threads, Double... seconds) {
    results.add(
        new Run(workload, program, threads),
        new Outcome(program + " 1.0", List.of(seconds), 0.125, 0.96, 500 * MIB));
  }

  private List<String> lines(Workload workload, Map<String, String> absent) {
    return new Comparison(results).lines(Map.of(workload, "Caption."), absent);
  }

  @Test
  void showsEachProgramAtItsBestNumberOfThreads() {
    measured(Workload.B, "assay", 1, 6.0, 4.0, 5.0);
    measured(Workload.B, "assay", 2, 9.0, 9.0, 9.0);
    measured(Workload.B, "djl", 1, 40.0, 10.0, 30.0);
    measured(Workload.B, "djl", 2, 10.0);
    measured(Workload.B, "tribuo", 1, 8.0);

    assertThat(lines(Workload.B, Map.of()))
        .containsSubsequence(
            "Caption.",
            "",
            "| program | threads | seconds | assay / it | first  | 30 epochs | assay / it | memory  | loss   | accuracy | version    |",
            "| assay   | 1       | 4.500   | 1.00       | 6.000  | 136.50    | 1.00       | 500 MiB | 0.1250 | 0.9600   | assay 1.0  |",
            "| tribuo  | 1       | 8.000   | 0.56       | 8.000  | 240.00    | 0.57       | 500 MiB | 0.1250 | 0.9600   | tribuo 1.0 |",
            "| djl     | 2       | 10.000  | 0.45       | 10.000 | 300.00    | 0.46       | 500 MiB | 0.1250 | 0.9600   | djl 1.0    |")
        .anyMatch(
            line ->
                line.matches(".*B: an epoch, .* peer, tribuo +. assay +. 1.00 .*0.56 +. met .*"))
        .anyMatch(
            line ->
                line.matches(".*B: 30 epochs .* peer, tribuo .* assay .* 0.80 .*0.57 +. met .*"));
  }

  @Test
  void choosesThePeerThatIsBestFromAStandingStartByItself() {
    measured(Workload.D, "assay", 1, 1.0, 1.0);
    measured(Workload.D, "jax", 1, 100.0, 0.5);
    measured(Workload.D, "keras", 1, 4.0, 2.0);

    assertThat(results.bestPeer(Workload.D, Measure.EPOCH).map(Standing::program)).contains("jax");
    assertThat(results.bestPeer(Workload.D, Measure.START).map(Standing::program))
        .contains("keras");
    assertThat(lines(Workload.D, Map.of()))
        .anyMatch(line -> line.matches(".*D: an epoch, .* jax .* 2.00 +. NOT MET .*"))
        .anyMatch(line -> line.matches(".*D: 30 epochs .* keras .* 0.48 +. met .*"));
  }

  @Test
  void takesTheMedianOverTheRounds() {
    measured(Workload.C, "assay", 1, 1.0, 5.0, 1.0);
    measured(Workload.C, "assay", 1, 8.0, 9.0, 7.0);
    measured(Workload.C, "assay", 1, 3.0, 2.0, 3.0);

    assertThat(results.standings(Workload.C))
        .singleElement()
        .satisfies(standing -> assertThat(standing.seconds()).isEqualTo(3));
  }

  @Test
  void saysWhichTargetsAreMissedOrNotMeasured() {
    measured(Workload.A, "assay", 2, 10.0);
    measured(Workload.A, "tribuo", 2, 12.5);

    assertThat(lines(Workload.A, Map.of()))
        .anyMatch(
            line -> line.matches(".*A: an epoch.* tribuo .* assay .* 0.70 .* 0.80 +. NOT MET .*"))
        .anyMatch(
            line -> line.matches(".*A: an epoch.* assay-fast .* 0.50 .*[?] +. not measured .*"))
        .anyMatch(line -> line.matches(".*A: resident memory .* 1024 MiB .* 500 MiB .* met .*"));
  }

  @Test
  void doesNotTakeAModeOfAssayForAPeer() {
    measured(Workload.A, "assay", 2, 10.0);
    measured(Workload.A, "assay-fast", 2, 5.0);
    measured(Workload.A, "tribuo", 2, 20.0);

    assertThat(results.bestPeer(Workload.A, Measure.EPOCH).map(Standing::program))
        .contains("tribuo");
    assertThat(Target.ALL.get(1).reached(results)).contains(0.25);
  }

  @Test
  void comparesWhatRanOneBehindTheOther() {
    measured(Workload.C, "assay", 1, 4.0);
    measured(Workload.C, "tribuo", 2, 9.0);
    Run peer = new Run(Workload.C, "tribuo", 2);
    for (double seconds : new double[] {5, 10, 20}) {
      results.pair("assay", outcome(seconds / 2), peer, outcome(seconds));
    }

    assertThat(lines(Workload.C, Map.of()))
        .anyMatch(line -> line.startsWith("| tribuo  | 2       | 9.000   | 0.50 "))
        .anyMatch(line -> line.matches(".*C: an epoch.* tribuo +. assay .* 0.50 +. met .*"));
  }

  private static Outcome outcome(double seconds) {
    return new Outcome("1.0", List.of(seconds), 0.125, 0.96, 500 * MIB);
  }

  @Test
  void saysWhyAProgramIsMissing() {
    measured(Workload.D, "assay", 1, 1.0);
    measured(Workload.D, "djl", 1, 2.0);
    results.fail(new Run(Workload.D, "djl", 1), "exit code 134: bad alloc");

    assertThat(lines(Workload.D, Map.of("pytorch", "there is no python3")))
        .anyMatch(line -> line.matches(".*D: an epoch.* none +. assay .* not measured .*"))
        .contains(
            "pytorch did not run: there is no python3.",
            "D  djl       1 threads  failed: exit code 134: bad alloc")
        .noneMatch(line -> line.startsWith("| djl"));
  }

  @Test
  void tellsOfEachRun() {
    Outcome outcome = new Outcome("x", List.of(1.0, 2.5), 0.5, 0.75, 0);

    assertThat(Comparison.line(new Run(Workload.A, "djl", 2), outcome))
        .isEqualTo("A  djl       2 threads  1.000 2.500 s  loss 0.5000  accuracy 0.7500  ?");
  }

  @Test
  void hasRowsOfOneLength() {
    assertThatThrownBy(() -> new Table("a", "b").add("1"))
        .hasMessage("a row must have 2 cells. Received: 1");
  }
}
