package dev.assay.problems;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The rules for a problem's module beyond the types: each module has a test that expects no
 * violations.
 *
 * <p>The exam sheet must have, word for word, the rows of rule and limits that the problem's
 * variants give, so that it cannot go stale; starter and wrong answers must compile.
 */
public final class ProblemContract {
  private final Problem problem;
  private final Path module;
  private final List<String> violations = new ArrayList<>();

  private ProblemContract(Problem problem, Path module) {
    this.problem = problem;
    this.module = module;
  }

  /**
   * Checks the problem that ServiceLoader finds under an id.
   *
   * @param module the folder of its Maven module
   * @return a sentence for each promise that is not kept
   * @throws IOException where the module's files cannot be read
   */
  public static List<String> violations(String id, Path module) throws IOException {
    Problem found = Problems.load().find(id).orElse(null);
    if (found == null) {
      return List.of(
          "ServiceLoader finds no problem %s, only %s".formatted(id, Problems.load().ids()));
    }
    ProblemContract contract = new ProblemContract(found, module);
    contract.checkRules();
    contract.checkStatement();
    contract.checkReadme();
    contract.checkStarter();
    contract.checkCalibration();
    return List.copyOf(contract.violations);
  }

  private void checkRules() {
    for (ProblemVariant variant : problem.variants()) {
      PassRule.ScoreMetric metric = variant.passRule().metric();
      if (!metric.measures(problem.task())) {
        violations.add(
            "the rule of %s asks for %s, which %s has not"
                .formatted(variant.name(), metric.key(), problem.task()));
      }
    }
  }

  private void checkStatement() {
    String statement = problem.statement();
    for (ProblemVariant variant : problem.variants()) {
      require(statement, "the statement", ruleRow(variant));
      require(statement, "the statement", limitsRow(variant));
    }
    require(statement, "the statement", "@Answers(\"%s\")".formatted(problem.id()));
  }

  private void checkReadme() throws IOException {
    String readme = Files.readString(module.resolve("README.md"));
    for (ProblemVariant variant : problem.variants()) {
      require(readme, "README.md", "| " + variant.name() + " |");
      require(readme, "README.md", number(variant.passRule().threshold()));
    }
    require(
        readme, "README.md", "<!-- calibration: ./assay calibrate %s -->".formatted(problem.id()));
  }

  private void checkStarter() throws IOException {
    checkAnswer("the starter", problem.starter(), "%PACKAGE%", "starter");
  }

  /** Checks that each wrong answer is in the folder that its package names. */
  private void checkCalibration() throws IOException {
    List<Path> folders;
    try (Stream<Path> found = Files.list(module.resolve("calibration"))) {
      folders = found.sorted().toList();
    }
    if (folders.isEmpty()) {
      violations.add("calibration has no wrong answers");
    }
    for (Path folder : folders) {
      String name = module.resolve("calibration").relativize(folder).toString();
      String source = Files.readString(folder.resolve("Answer.java"));
      checkAnswer("calibration/" + name, source, name, name);
    }
  }

  private void checkAnswer(String where, String source, String packageName, String compiledAs)
      throws IOException {
    require(source, where, "package %s;".formatted(packageName));
    require(source, where, "@Answers(\"%s\")".formatted(problem.id()));
    JavaSource.errors(source.replace(packageName + ";", compiledAs + ";"))
        .forEach(error -> violations.add("%s does not compile: %s".formatted(where, error)));
  }

  private void require(String text, String where, String part) {
    if (!text.contains(part)) {
      violations.add("%s lacks: %s".formatted(where, part));
    }
  }

  /** The table's row with the shares for 1 to 5 points. */
  static String ruleRow(ProblemVariant variant) {
    PassRule rule = variant.passRule();
    return DoubleStream.concat(
            rule.bands().stream().mapToDouble(Double::doubleValue),
            DoubleStream.of(rule.threshold()))
        .mapToObj(ProblemContract::number)
        .collect(Collectors.joining(" | ", "| %s | ".formatted(variant.name()), " |"));
  }

  /** The table's row with epochs, parameters, operations, seconds for training and for building. */
  static String limitsRow(ProblemVariant variant) {
    Limits limits = variant.limits();
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %,d | %,d million | %,d s | %,d s | %d KiB |",
        variant.name(),
        limits.epochs(),
        limits.parameters(),
        limits.megaFlops(),
        limits.trainSeconds(),
        limits.buildSeconds(),
        limits.builtInBytes() >> 10);
  }

  private static String number(double value) {
    return new DecimalFormat("0.00##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
  }
}
