package dev.assay.cli.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.bank.Bank.Kind;
import dev.assay.cli.bank.BankScore.Graded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole bank: how many mistakes are named, what healthy answers hear, and what following the
 * advice brings. With {@code -Dassay.bank=all}, which takes more than an hour, all answers are
 * trained; otherwise those about tables, and of the mistakes those that only training shows ({@link
 * BankTest} has the others). Healthy answers are trained with five seeds then, otherwise with two.
 */
@Tag("exhaustive")
class WholeBankTest {
  private static final boolean ALL = "all".equals(System.getProperty("assay.bank"));

  private static final long SEED = 42;

  /** Each draws another split, other weights and another order. */
  private static final long[] SEEDS = ALL ? new long[] {SEED, 1, 2, 3, 4} : new long[] {SEED, 1};

  private static final Set<String> TABLES =
      Set.of("iris", "binary-classification", "basic-regression", "multi-label");

  @TempDir Path folder;

  private static List<BankAnswer> trained(Kind kind) throws IOException {
    List<BankAnswer> tables =
        Bank.answers(kind).stream().filter(answer -> TABLES.contains(answer.problem())).toList();
    if (ALL) {
      return Bank.answers(kind);
    }
    return switch (kind) {
      case MISTAKES -> tables.stream().filter(answer -> !answer.isSeenBeforeTraining()).toList();
      default -> tables;
    };
  }

  private static void print(String title, BankScore score) {
    System.out.println("== " + title + "\n" + score.misses() + score.table());
  }

  /** The share of what is told that is right, exactly or within the set. */
  private static double share(List<Graded> graded, Predicate<Graded> wanted) {
    return (double) graded.stream().filter(wanted).count() / graded.size();
  }

  /** A fix is what the advice asks for, made by a program's edit. */
  @Test
  void mistakesAreNamedAndFollowingTheAdviceHelps() throws Exception {
    List<BankAnswer> mistaken = trained(Kind.MISTAKES);
    List<Graded> before = DirectGrading.grade(folder.resolve("before"), mistaken, SEED);
    print("one mistake", new BankScore(before));
    assertThat(share(before, Graded::isNamed)).isGreaterThanOrEqualTo(0.95);
    assertThat(share(before, each -> !each.wrong().isEmpty())).isLessThan(0.05);
    List<BankAnswer> fixed = mistaken.stream().map(BankAnswer::fixed).toList();
    Map<String, Integer> points = new HashMap<>();
    DirectGrading.grade(folder.resolve("after"), fixed, SEED)
        .forEach(each -> points.put(each.answer().name(), each.points()));
    List<String> fell =
        before.stream()
            .filter(each -> points.getOrDefault(each.answer().name(), 0) < each.points())
            .map(each -> each.answer().name())
            .toList();
    long rose =
        before.stream()
            .filter(each -> points.getOrDefault(each.answer().name(), 0) > each.points())
            .count();
    System.out.println("advice followed, more points: " + BankScore.share(rose, before.size()));
    assertThat(fell).isEmpty();
    assertThat((double) rose / before.size()).isGreaterThanOrEqualTo(0.8);
  }

  @Test
  void mistakesThatNobodyKnewAreNamed() throws Exception {
    List<Graded> graded = DirectGrading.grade(folder, trained(Kind.UNSEEN), SEED);
    print("one mistake, unseen", new BankScore(graded));
    assertThat(share(graded, Graded::isNamed)).isGreaterThanOrEqualTo(0.75);
    assertThat(share(graded, each -> !each.wrong().isEmpty())).isLessThan(0.05);
  }

  @Test
  void severalMistakesAreAllNamed() throws Exception {
    List<Graded> graded = DirectGrading.grade(folder, trained(Kind.SEVERAL), SEED);
    print("several mistakes", new BankScore(graded));
    assertThat(share(graded, Graded::isExact)).isGreaterThanOrEqualTo(0.6);
  }

  /**
   * What is said elsewhere of answers that are graded in this process holds for the grader, too.
   */
  @Test
  void theGraderSaysTheSame() throws Exception {
    List<BankAnswer> answers =
        trained(Kind.MISTAKES).stream()
            .filter(answer -> answer.problem().equals("iris"))
            .limit(8)
            .toList();
    List<Graded> direct = DirectGrading.grade(folder.resolve("direct"), answers, SEED);
    List<Graded> graded = new BankRun(folder.resolve("grader"), answers).grade(42, Map.of());
    for (int i = 0; i < answers.size(); i++) {
      assertThat(direct.get(i).verdict()).isEqualTo(graded.get(i).verdict());
      assertThat(direct.get(i).told())
          .as(answers.get(i).name())
          .containsAll(graded.get(i).warnings());
      assertThat(direct.get(i).warnings()).isEqualTo(graded.get(i).warnings());
    }
  }

  @Test
  void healthyAnswersHearNothingFromGrade() throws Exception {
    List<Graded> graded = DirectGrading.grade(folder, trained(Kind.HEALTHY), SEEDS);
    print("healthy", new BankScore(graded));
    for (Graded each : graded) {
      if (each.verdict().equals("PASSED")) {
        assertThat(each.warnings()).as(each.answer().name()).isEmpty();
        assertThat(each.told()).as(each.answer().name()).hasSizeLessThanOrEqualTo(1);
      }
    }
  }
}
