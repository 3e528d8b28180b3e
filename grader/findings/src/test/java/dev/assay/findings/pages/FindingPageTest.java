package dev.assay.findings.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Catalogue;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Severity;
import dev.assay.findings.Stage;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingPageTest {
  private static FindingPage page(FindingCode code) {
    return new FindingPage(code, Catalogue.english());
  }

  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void everyPageSaysWhatItIsInBothLanguages(FindingCode code) {
    for (Catalogue texts : List.of(Catalogue.english(), Catalogue.korean())) {
      FindingPage page = new FindingPage(code, texts);
      assertThat(page.example().code()).isEqualTo(code);
      assertThat(page.meaning()).startsWith(page.summary());
      assertThat(page.summary()).endsWith(".").doesNotContain("다. ");
      assertThat(page.severity() + page.stage()).isNotBlank().doesNotContain("{", code.name());
      assertThat(page.sources()).doesNotHaveDuplicates().allMatch(source -> source.contains(": "));
    }
  }

  @Test
  void anExampleHasTheTypesOfItsArguments() {
    Finding finding = page(FindingCode.INPUT_SCALE).example();
    assertThat(finding.arguments()).isNotEmpty();
    assertThat(page(FindingCode.CONTROL_FLOW).example().arguments())
        .isEqualTo(Map.of("operations", List.of("While")));
  }

  @Test
  void severityAndStageAreSaidInTheLanguage() {
    assertThat(page(FindingCode.INPUT_SCALE).severity()).startsWith("Warning: does not decide");
    assertThat(page(FindingCode.INPUT_SCALE).stage()).startsWith("the inspection before training");
    assertThat(new FindingPage(FindingCode.CYCLE, Catalogue.korean()).severity())
        .isEqualTo("오류: 판정을 정합니다");
  }

  @Test
  void everyPartIsOfACodeAndEveryPublicationIsUsed() {
    Set<String> codes =
        Arrays.stream(FindingCode.values()).map(Enum::name).collect(Collectors.toSet());
    Set<String> parts =
        Set.of(
            "example.bank",
            "example.problem",
            "example.code",
            "example.fixed",
            "curve",
            "before",
            "after",
            "graded",
            "source");
    Set<String> unused = new TreeSet<>();
    List<String> used =
        Arrays.stream(FindingCode.values()).flatMap(code -> page(code).sources().stream()).toList();
    for (String key : PageData.load().keys()) {
      String[] pair = key.split("\\.", 2);
      if (pair[0].equals("reference")) {
        unused.add(PageData.load().text(key));
      } else {
        assertThat(codes).as(key).contains(pair[0]);
        assertThat(parts).as(key).contains(pair[1]);
      }
    }
    used.forEach(unused::remove);
    assertThat(unused).isEmpty();
    assertThat(used).hasSizeGreaterThan(40);
  }

  @Test
  void aFixIsShownLineByLine() {
    ExampleProgram program = new ExampleProgram("iris", "a\n  b\n\nc\n", "a\n  x\n  y\n\nc\nd\n");
    assertThat(program.changes())
        .containsExactly("  a", "-   b", "+   x", "+   y", "", "  c", "+ d");
    assertThat(new ExampleProgram("iris", "a\nb", "").changes()).containsExactly("- a", "- b");
    assertThat(new ExampleProgram("iris", "a", "a").changes()).containsExactly("  a");
  }

  /**
   * Findings that no answer draws: what Assay writes itself is damaged, or the machine fails. Their
   * pages say so, and the tests of the classes that notice them have examples.
   */
  private static final Set<FindingCode> WITHOUT_PROGRAM =
      EnumSet.of(
          FindingCode.DUPLICATE_OPERATION,
          FindingCode.UNKNOWN_INPUT,
          FindingCode.CYCLE,
          FindingCode.CONSTANT_SHAPE,
          FindingCode.CONSTANT_TYPE,
          FindingCode.MISSING_OPERATION,
          FindingCode.INPUT,
          FindingCode.LABELS_IN_OUTPUT,
          FindingCode.INPUT_SHAPE,
          FindingCode.LABELS,
          FindingCode.FORGED_COMPUTE,
          FindingCode.NOT_MEASURED,
          FindingCode.WORKER_RETRIED);

  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void everyPageHasAProgramAndItsLearningCurve(FindingCode code) {
    ExampleProgram program = page(code).program();
    Curves curves = page(code).curves();
    if (WITHOUT_PROGRAM.contains(code)) {
      assertThat(program).isNull();
      assertThat(curves).isNull();
      return;
    }
    assertThat(program).as("CONTRIBUTING.md says how to add one").isNotNull();
    assertThat(Objects.requireNonNull(curves).after()).isNotEmpty();
    boolean refused = code.severity() == Severity.ERROR && code.stage() == Stage.INSPECT;
    assertThat(curves.before().isEmpty()).isEqualTo(refused);
  }

  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void everyProgramIsChangedByItsFix(FindingCode code) {
    ExampleProgram program = page(code).program();
    if (program != null) {
      assertThat(program.changes()).anyMatch(line -> line.matches("[-+] .*"));
      assertThat(program.code()).contains("public Model build(", "public FitPlan fit(");
      assertThat(program.fixed()).isNotEqualTo(program.code()).endsWith("}");
    }
  }

  private static Curves losses(List<Double> before, List<Double> after) {
    return new Curves("val_loss", before, after, List.of());
  }

  @Test
  void anArrowMarksTheEpochThatIsGraded() {
    Curves curves =
        new Curves("val_loss", List.of(2.0, 1.0, 0.5), List.of(2.0, 1.0, 0.5), List.of(1, 3));
    assertThat(curves.plotBefore(30)).endsWith("   ▲", "   1 3");
    assertThat(curves.plotAfter(30)).endsWith("0 ┤███", "     ▲", "   1 3").hasSize(6);
    List<Double> hundred = Collections.nCopies(100, 1.0);
    Curves longer = new Curves("val_loss", hundred, hundred, List.of(1, 100));
    String last = longer.plotAfter(23).get(4);
    assertThat(last).hasSize(longer.plotAfter(23).get(3).length()).endsWith(" ▲");
  }

  @Test
  void curvesAreDrawnOnOneAxis() {
    Curves curves = losses(List.of(2.0, 2.0, 2.0), List.of(2.0, 1.0, 0.5));
    assertThat(curves.plotBefore(30))
        .containsExactly("2 ┤███", "  │███", "  │███", "0 ┤███", "   1 3");
    assertThat(curves.plotAfter(30)).containsExactly("2 ┤█", "  │█", "  │██", "0 ┤███", "   1 3");
  }

  @Test
  void aLossThatIsNoNumberOrFarTooHighIsDrawnAtTheTop() {
    Curves curves = losses(List.of(1.0, Double.NaN, 1e30), List.of(0.5, 0.4, 0.2));
    assertThat(curves.plotBefore(30).get(0)).isEqualTo("5 ┤ ██");
    assertThat(curves.plotBefore(30).get(3)).isEqualTo("0 ┤▆██");
    Curves undefined = losses(List.of(Double.NaN), List.of(0.25));
    assertThat(undefined.plotBefore(30)).first().isEqualTo("0.25 ┤█");
    assertThat(undefined.plotBefore(30)).last().isEqualTo("      1");
  }

  @Test
  void aLongTrainingIsDrawnByTheMeansOfItsEpochs() {
    List<Double> falling = IntStream.range(0, 100).mapToObj(i -> 100.0 - i).toList();
    List<String> plot = new CurvePlot(0, 100, 25).lines(falling);
    assertThat(plot).allMatch(line -> line.length() <= 25);
    assertThat(plot.get(0)).startsWith("100 ┤▇");
    assertThat(plot.get(4)).startsWith("     1 ").endsWith(" 100");
  }

  @Test
  void aCurveWithoutHeightIsDrawnAtTheBottom() {
    assertThat(new CurvePlot(0, 0, 30).lines(List.of(0.0, 0.0)).get(3)).isEqualTo("0 ┤▁▁");
  }
}
