package dev.assay.problems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.catalogue.DataFile;
import dev.assay.datasets.catalogue.DatasetEntry;
import java.io.IOException;
import java.net.URI;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What a problem's module promises beyond the types; its test extends this class.
 *
 * <p>The exam sheet must have, word for word, the rows of rule and limits that the problem's
 * variants give, so that it cannot go stale; starter and wrong answers must compile; the data must
 * be as the variants describe it.
 */
public abstract class ProblemContract {
  private final Problem problem;
  private final Path module = Path.of("");
  private final List<String> violations = new ArrayList<>();

  /**
   * Checks a problem that ServiceLoader finds, in the folder of its Maven module.
   *
   * @param id the problem's
   */
  protected ProblemContract(String id) {
    problem =
        Problems.load()
            .find(id)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "ServiceLoader finds no problem %s, only %s"
                            .formatted(id, Problems.load().ids())));
  }

  @AfterEach
  final void thereAreNoViolations() {
    assertThat(violations).isEmpty();
  }

  @Test
  final void itsRulesMeasureWhatItsTaskHas() {
    for (ProblemVariant variant : problem.variants()) {
      PassRule.ScoreMetric metric = variant.passRule().metric();
      if (!metric.measures(problem.task())) {
        violations.add(
            "the rule of %s asks for %s, which %s has not"
                .formatted(variant.name(), metric.key(), problem.task()));
      }
    }
  }

  @Test
  final void itsSheetHasTheRulesAndLimits() {
    String statement = problem.statement();
    for (ProblemVariant variant : problem.variants()) {
      require(statement, "the statement", ruleRow(variant));
      require(statement, "the statement", limitsRow(variant));
    }
    require(statement, "the statement", "@Answers(\"%s\")".formatted(problem.id()));
  }

  @Test
  final void itsSheetInKoreanHasTheSameNumbers() {
    String korean = problem.statement(Locale.KOREAN);
    assertThat(korean).isNotEqualTo(problem.statement());
    for (ProblemVariant variant : problem.variants()) {
      require(korean, "the statement in Korean", ruleRow(variant));
      require(korean, "the statement in Korean", limitsRow(variant).replace(" million", " MFLOPs"));
    }
    require(korean, "the statement in Korean", "@Answers(\"%s\")".formatted(problem.id()));
    assertThat(parts(korean)).isEqualTo(parts(problem.statement()));
  }

  @Test
  final void itsHintsLeadFromGeneralToConcreteInBothLanguages() {
    List<String> english = problem.hints(Locale.ENGLISH);
    List<String> korean = problem.hints(Locale.KOREAN);
    assertThat(english).hasSizeBetween(3, 8).noneMatch(String::isBlank);
    assertThat(korean).hasSameSizeAs(english).noneMatch(String::isBlank);
    assertThat(korean).doesNotContainAnyElementsOf(english);
    assertThat(problem.statement()).contains("assay hint " + problem.id());
  }

  /** How many headings, rows of tables and hints a sheet has. */
  private static List<Long> parts(String sheet) {
    return Stream.of("#", "|", "- ")
        .map(start -> sheet.lines().filter(line -> line.startsWith(start)).count())
        .toList();
  }

  @Test
  final void itsStarterInKoreanIsTheSameCode() throws IOException {
    String korean = problem.starter(Locale.KOREAN);
    checkAnswer("the starter in Korean", korean, "%PACKAGE%", "starter");
    assertThat(korean).isNotEqualTo(problem.starter());
    assertThat(code(korean)).isEqualTo(code(problem.starter()));
  }

  private static List<String> code(String source) {
    return source
        .lines()
        .map(String::strip)
        .filter(line -> !line.startsWith("//") && !line.startsWith("*") && !line.startsWith("/*"))
        .toList();
  }

  @Test
  final void itsReadmeHasTheVariantsAndTheCalibration() throws IOException {
    String readme = Files.readString(module.resolve("README.md"));
    for (ProblemVariant variant : problem.variants()) {
      require(readme, "README.md", "| " + variant.name() + " |");
      require(readme, "README.md", number(variant.passRule().threshold()));
    }
    require(
        readme, "README.md", "<!-- calibration: ./assay calibrate %s -->".formatted(problem.id()));
  }

  @Test
  final void itsStarterCompiles() throws IOException {
    checkAnswer("the starter", problem.starter(), "%PACKAGE%", "starter");
  }

  /** Each is in the folder that its package names. */
  @Test
  final void itsWrongAnswersCompile() throws IOException {
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

  @Test
  final void itsDataIsDescribedInFull() {
    assertThat(problem.variants()).isNotEmpty();
    for (ProblemVariant variant : problem.variants()) {
      DatasetEntry entry = variant.data();
      assertThat(entry.id()).isEqualTo(problem.id());
      assertThat(entry.origin().source()).isNotBlank();
      assertThat(entry.origin().licence()).isNotBlank();
      assertThat(entry.origin().citation()).isNotBlank();
      assertThat(entry.features().low()).isLessThan(entry.features().high());
      assertThat(entry.target().isClassification() && !entry.target().multiLabel())
          .isEqualTo(entry.split().stratified());
      entry.fileSet().files().forEach(file -> checkMirrors(file, entry.isEmbedded()));
    }
  }

  private static void checkMirrors(DataFile file, boolean embedded) {
    assertThat(file.mirrors().isEmpty()).as(file.name()).isEqualTo(embedded);
    assertThat(file.mirrors()).extracting(URI::getScheme).isSubsetOf("https", "http");
    assertThat(file.mirrors().stream().limit(1)).extracting(URI::getScheme).isSubsetOf("https");
    assertThat(file.mirrors()).allMatch(uri -> uri.getPath().endsWith("/" + file.name()));
  }

  @Test
  final void itsEmbeddedDataIsAsDescribed() throws Exception {
    List<String> embedded =
        problem.variants().stream()
            .filter(variant -> variant.data().isEmbedded())
            .map(ProblemVariant::name)
            .toList();
    for (String variant : embedded) {
      ProblemData data = ProblemData.of(problem.id(), variant);
      data.checkFiles();
      DescribedData.check(data.load(3));
    }
  }

  @Test
  final void itsPublishedDataIsAsDescribed() throws Exception {
    List<String> published =
        problem.variants().stream()
            .filter(variant -> !variant.data().isEmbedded())
            .map(ProblemVariant::name)
            .toList();
    for (String variant : published) {
      DescribedData.check(ProblemData.of(problem.id(), variant).load(1));
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
