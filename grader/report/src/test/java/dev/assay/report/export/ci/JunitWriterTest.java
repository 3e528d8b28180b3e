package dev.assay.report.export.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Catalogue;
import dev.assay.report.GradeReport;
import dev.assay.report.Judgement;
import dev.assay.report.Reports;
import dev.assay.report.Verdict;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.ReportWriter;
import dev.assay.report.export.SampleClass;
import dev.assay.report.gradebook.GradeState;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.PointsOverride;
import dev.assay.report.gradebook.ProblemGrade;
import dev.assay.report.gradebook.Student;
import dev.assay.report.model.ModelStages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class JunitWriterTest {
  /** GitLab's parser takes no more. */
  private static final int MOST_OBJECTS = 250_000;

  private static String text(ReportWriter writer, Gradebook grades) throws IOException {
    return writer.write(ExportRequest.of(grades, Catalogue.english())).files().get(0).text();
  }

  private static Document parse(String text)
      throws ParserConfigurationException, SAXException, IOException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> elements(Document document, String name) {
    NodeList nodes = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static void validate(Document document) throws SAXException, IOException {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(JunitWriterTest.class.getResource("/dev/assay/report/export/junit.xsd"))
        .newValidator()
        .validate(new DOMSource(document));
  }

  @Test
  void theReportKeepsToTheSchema() throws Exception {
    validate(parse(text(new JunitWriter(), SampleClass.of(60))));
  }

  /**
   * GitLab reads as {@code lib/gitlab/ci/parsers/test/junit.rb} does, of which this is the rest.
   */
  @Test
  void gitlabReadsEveryCaseWithItsReason() throws Exception {
    String text = text(new GitlabWriter(), SampleClass.of(200));
    Document document = parse(text);
    List<Element> cases = elements(document, "testcase");
    Set<String> names = new HashSet<>();
    for (Element test : cases) {
      assertThat(names.add(test.getAttribute("classname") + "#" + test.getAttribute("name")))
          .as("GitLab drops the second of two with the same names")
          .isTrue();
      for (String reason : List.of("failure", "error", "skipped")) {
        NodeList found = test.getElementsByTagName(reason);
        assertThat(found.getLength()).isLessThanOrEqualTo(1);
        if (found.getLength() == 1) {
          assertThat(found.item(0).getTextContent()).isNotBlank();
        }
      }
    }
    assertThat(document.getElementsByTagName("*").getLength()).isLessThan(MOST_OBJECTS);
    assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(30_000_000);
    cases.forEach(test -> test.removeAttribute("file"));
    validate(document);
  }

  @Test
  void hostileTextIsNothingButText() throws Exception {
    Gradebook grades = SampleClass.of(40);
    String text = text(new JunitWriter(), grades);
    assertThat(text)
        .doesNotContain("]]>", "<b>", "<script", "\u0000", "\u0007", "\u202E", "\uFFFF");
    Document document = parse(text);
    assertThat(document.getDocumentElement().getAttribute("name"))
        .isEqualTo("Class <b>10</b> | =A1 \"가\"");
    assertThat(elements(document, "failure"))
        .extracting(Element::getTextContent)
        .anyMatch(said -> said.contains("The <b>score</b> ]]> is\n::error::what | it `is`, 100%."));
    Gradebook odd =
        new Gradebook(
            "odd",
            SampleClass.PROBLEMS.subList(0, 1),
            60,
            List.of(
                row(Student.unknown("a\u0000\uD800"), "x"),
                row(Student.unknown("a\u0001\uDC00"), "y")));
    Document same = parse(text(new JunitWriter(), odd));
    assertThat(elements(same, "testcase"))
        .extracting(test -> test.getAttribute("classname") + test.getAttribute("name"))
        .hasSize(12)
        .doesNotHaveDuplicates()
        .contains("a??.iriscompiles", "a??.iriscompiles-2");
  }

  private static GradebookRow row(Student student, String submission) {
    return new GradebookRow(
        student, List.of(submission), List.of(SampleClass.graded("iris", submission, 5)));
  }

  @Test
  void countsAndTimesAddUp() throws Exception {
    Document document = parse(text(new JunitWriter(), SampleClass.of(40)));
    for (Element suite : elements(document, "testsuite")) {
      assertThat(suite.getAttribute("tests")).isEqualTo(count(suite, "testcase"));
      assertThat(suite.getAttribute("failures")).isEqualTo(count(suite, "failure"));
      assertThat(suite.getAttribute("errors")).isEqualTo(count(suite, "error"));
      assertThat(suite.getAttribute("skipped")).isEqualTo(count(suite, "skipped"));
      NodeList cases = suite.getElementsByTagName("testcase");
      double sum = 0;
      for (int i = 0; i < cases.getLength(); i++) {
        sum += Double.parseDouble(((Element) cases.item(i)).getAttribute("time"));
      }
      assertThat(Double.parseDouble(suite.getAttribute("time")))
          .isCloseTo(sum, org.assertj.core.data.Offset.offset(0.05));
    }
    Element root = document.getDocumentElement();
    assertThat(root.getAttribute("tests")).isEqualTo(count(root, "testcase"));
    assertThat(root.getAttribute("errors")).isEqualTo(count(root, "error"));
  }

  private static String count(Element element, String name) {
    return String.valueOf(element.getElementsByTagName(name).getLength());
  }

  /** The outcome of each step: p passed, F failure, E error, s skipped. */
  private static String outcomes(ProblemGrade grade) throws Exception {
    Document document = parse(text(new JunitWriter(), SampleClass.one(grade)));
    validate(document);
    return elements(document, "testcase").stream()
        .map(
            test ->
                test.getElementsByTagName("failure").getLength() > 0
                    ? "F"
                    : test.getElementsByTagName("error").getLength() > 0
                        ? "E"
                        : test.getElementsByTagName("skipped").getLength() > 0 ? "s" : "p")
        .collect(Collectors.joining());
  }

  private static ProblemGrade ended(Verdict verdict, ModelStages stages) {
    GradeReport sample = Reports.classification();
    GradeReport report =
        new GradeReport(
            sample.submission(),
            "iris",
            sample.dataset(),
            new Judgement(verdict, Reports.said("why"), 0, 5, List.of()),
            verdict == Verdict.PASSED || verdict == Verdict.FAILED ? sample.scores() : null,
            stages,
            sample.circumstances());
    return new ProblemGrade(GradeState.GRADED, report, null, 0, 0, null);
  }

  @ParameterizedTest
  @EnumSource(Verdict.class)
  void eachVerdictEndsAtItsStep(Verdict verdict) throws Exception {
    ModelStages all = Reports.classification().stages();
    String trained =
        switch (verdict) {
          case PASSED -> "pppppp";
          case FAILED, TIME_LIMIT, MEMORY_LIMIT, OUTPUT_LIMIT, CRASHED -> "pppppF";
          case GRADER_ERROR -> "pppppE";
          case DIVERGED -> "pppFss";
          case CONTRACT_VIOLATION -> "ppFsss";
          case BUILD_ERROR -> "pFssss";
          case COMPILE_ERROR, NO_ANSWER -> "Fsssss";
        };
    assertThat(outcomes(ended(verdict, all))).isEqualTo(trained);
    boolean byProcess =
        Set.of(
                Verdict.TIME_LIMIT,
                Verdict.MEMORY_LIMIT,
                Verdict.OUTPUT_LIMIT,
                Verdict.CRASHED,
                Verdict.GRADER_ERROR)
            .contains(verdict);
    if (byProcess) {
      String end = verdict == Verdict.GRADER_ERROR ? "E" : "F";
      assertThat(outcomes(ended(verdict, ModelStages.NONE))).isEqualTo("p" + end + "ssss");
      assertThat(outcomes(ended(verdict, new ModelStages(all.model(), null, null))))
          .isEqualTo("ppp" + end + "ss");
      assertThat(outcomes(ended(verdict, new ModelStages(all.model(), all.training(), null))))
          .isEqualTo("pppp" + end + "s");
    }
  }

  @Test
  void whatHasNoResultIsShownToo() throws Exception {
    assertThat(outcomes(ProblemGrade.without(GradeState.MISSING))).isEqualTo("Fsssss");
    assertThat(outcomes(ProblemGrade.without(GradeState.PENDING))).isEqualTo("ssssss");
    assertThat(outcomes(ProblemGrade.without(GradeState.EXCUSED))).isEmpty();
    PointsOverride points = new PointsOverride(4, "oral", "Kim", Instant.EPOCH);
    assertThat(outcomes(new ProblemGrade(GradeState.GRADED, null, null, 0, 0, points)))
        .isEqualTo("psssss");
  }

  @Test
  void theFileAtFaultIsNamedForGitlabAlone() throws Exception {
    ProblemGrade grade =
        new ProblemGrade(GradeState.GRADED, SampleClass.compileError("ann"), null, 0, 0, null);
    Gradebook grades = SampleClass.one(grade);
    assertThat(text(new GitlabWriter(), grades)).contains("file=\"src/Iris, Answer.java\"");
    assertThat(text(new JunitWriter(), grades)).doesNotContain("file=");
  }
}
