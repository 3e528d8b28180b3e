package dev.assay.cli.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.bank.Bank.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mutants of good answers, made by the operators of DeepCrime (Humbatova et al. 2021), are worse
 * than what they were made from: over twenty seeds their scores differ by Student's test at 5 %,
 * and by half a standard deviation at least (Cohen's d). Those of iris; of the other tables with
 * {@code -Dassay.bank=all}.
 */
@Tag("exhaustive")
class MutantsTest {
  private static final long[] SEEDS = LongStream.range(0, 20).toArray();

  private static final double LEAST_EFFECT = 0.5;

  /** Of Student's t with 38 degrees of freedom, for a test of both sides at 5 %. */
  private static final double CRITICAL = 2.024;

  private static final Set<String> TABLES =
      "all".equals(System.getProperty("assay.bank"))
          ? Set.of("iris", "binary-classification", "basic-regression")
          : Set.of("iris");

  @TempDir Path folder;

  @Test
  void mutantsAreWorse() throws Exception {
    List<BankAnswer> mutants =
        Bank.answers(Kind.MISTAKES).stream()
            .filter(answer -> TABLES.contains(answer.problem()))
            .filter(answer -> answer.part("from").startsWith("DeepCrime"))
            .toList();
    List<BankAnswer> both =
        mutants.stream().flatMap(mutant -> Stream.of(mutant, mutant.fixed())).toList();
    List<String> alive = new ArrayList<>();
    try (CompiledAnswers compiled =
            CompiledAnswers.of(CompiledAnswers.sources(both), folder.resolve("answers"));
        DirectGrading grading = new DirectGrading(folder)) {
      for (int i = 0; i < mutants.size(); i++) {
        String problem = mutants.get(i).problem();
        double[] mutant = scores(grading, problem, compiled, 2 * i);
        double[] original = scores(grading, problem, compiled, 2 * i + 1);
        double effect = effect(original, mutant);
        System.out.printf(
            Locale.ROOT,
            "%-60s %.3f, originally %.3f, d = %.2f%n",
            mutants.get(i).name(),
            mean(mutant),
            mean(original),
            effect);
        if (effect < LEAST_EFFECT || effect * Math.sqrt(SEEDS.length / 2.0) < CRITICAL) {
          alive.add(mutants.get(i).name());
        }
      }
    }
    assertThat(alive).isEmpty();
  }

  /** Accuracy or R2 with each seed; a training that diverged has learned nothing. */
  private static double[] scores(
      DirectGrading grading, String problem, CompiledAnswers compiled, int place) throws Exception {
    double[] scores = new double[SEEDS.length];
    for (int i = 0; i < scores.length; i++) {
      double score = grading.score(problem, compiled.builder(place), SEEDS[i]);
      scores[i] = Double.isNaN(score) ? 0 : Math.max(0, score);
    }
    return scores;
  }

  /** Cohen's d: the difference of the means over the pooled standard deviation. */
  private static double effect(double[] better, double[] worse) {
    double pooled = Math.sqrt((variance(better) + variance(worse)) / 2);
    double difference = mean(better) - mean(worse);
    return difference == 0 ? 0 : difference / Math.max(pooled, 1e-9);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return DoubleStream.of(values).map(value -> (value - mean) * (value - mean)).sum()
        / (values.length - 1);
  }
}
