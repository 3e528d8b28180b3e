package dev.assay.report.export.ci;

import dev.assay.commons.text.Printable;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.LogCommands;
import dev.assay.report.export.Points;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.ProblemGrade;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A report in JUnit's XML: a suite a problem, a case for each step of each student's grading. */
final class JunitXml {
  private static final int MILLISECONDS = 3;

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;
  private final boolean files;
  private final Set<String> names = new HashSet<>();

  private JunitXml(boolean files) throws XMLStreamException {
    this.files = files;
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
  }

  /**
   * Writes the report.
   *
   * @param files whether cases name the source file in an attribute, which some readers refuse
   */
  static String of(ExportRequest request, boolean files) {
    try {
      JunitXml writer = new JunitXml(files);
      writer.report(request);
      return LogCommands.inXml(writer.text.toString());
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void report(ExportRequest request) throws XMLStreamException {
    Gradebook grades = request.grades();
    List<List<TestCase>> suites = new ArrayList<>();
    for (int p = 0; p < grades.problems().size(); p++) {
      suites.add(cases(request, p));
    }
    xml.writeStartDocument("UTF-8", "1.0");
    line(0);
    xml.writeStartElement("testsuites");
    xml.writeAttribute("name", Printable.line(grades.title()));
    counts(suites.stream().flatMap(List::stream).toList(), false);
    for (int p = 0; p < suites.size(); p++) {
      suite(grades, p, suites.get(p));
    }
    line(0);
    xml.writeEndElement();
    xml.writeEndDocument();
    text.append('\n');
  }

  private static List<TestCase> cases(ExportRequest request, int problem) {
    Gradebook grades = request.grades();
    List<TestCase> cases = new ArrayList<>();
    for (GradebookRow row : grades.rows()) {
      cases.addAll(
          GradingSteps.of(
              row.student().id(),
              grades.problems().get(problem),
              row.grades().get(problem),
              request.texts()));
    }
    return cases;
  }

  private void suite(Gradebook grades, int p, List<TestCase> cases) throws XMLStreamException {
    GradedProblem problem = grades.problems().get(p);
    line(1);
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", Printable.line(problem.id()));
    counts(cases, true);
    properties(grades, p);
    for (TestCase test : cases) {
      test(test);
    }
    line(1);
    xml.writeEndElement();
  }

  private void properties(Gradebook grades, int p) throws XMLStreamException {
    line(2);
    xml.writeStartElement("properties");
    property("max_points", Points.text(grades.problems().get(p).maxPoints()));
    for (GradebookRow row : grades.rows()) {
      ProblemGrade grade = row.grades().get(p);
      if (Points.of(grade).isPresent()) {
        property("points." + Printable.line(row.student().id()), Points.text(grade).orElseThrow());
      }
    }
    line(2);
    xml.writeEndElement();
  }

  private void property(String name, String value) throws XMLStreamException {
    line(3);
    xml.writeEmptyElement("property");
    xml.writeAttribute("name", name);
    xml.writeAttribute("value", value);
  }

  private void counts(List<TestCase> cases, boolean skipped) throws XMLStreamException {
    xml.writeAttribute("tests", String.valueOf(cases.size()));
    xml.writeAttribute("failures", count(cases, TestCase.Outcome.FAILED));
    xml.writeAttribute("errors", count(cases, TestCase.Outcome.ERROR));
    if (skipped) {
      xml.writeAttribute("skipped", count(cases, TestCase.Outcome.SKIPPED));
    }
    xml.writeAttribute("time", seconds(cases.stream().mapToDouble(TestCase::seconds).sum()));
  }

  private static String count(List<TestCase> cases, TestCase.Outcome outcome) {
    return String.valueOf(cases.stream().filter(test -> test.outcome() == outcome).count());
  }

  private void test(TestCase test) throws XMLStreamException {
    line(2);
    xml.writeStartElement("testcase");
    String name = unique(test);
    xml.writeAttribute("name", name);
    xml.writeAttribute("classname", test.className());
    if (files && test.file() != null) {
      xml.writeAttribute("file", test.file());
    }
    xml.writeAttribute("time", seconds(test.seconds()));
    switch (test.outcome()) {
      case PASSED -> output(test);
      case FAILED -> problem("failure", test, true);
      case ERROR -> problem("error", test, true);
      case SKIPPED -> problem("skipped", test, false);
    }
    if (test.outcome() != TestCase.Outcome.PASSED || !test.text().isEmpty()) {
      line(2);
    }
    xml.writeEndElement();
  }

  /** Some readers keep only the first of two cases with the same names. */
  private String unique(TestCase test) {
    String name = test.name();
    for (int number = 2; !names.add(test.className() + "\n" + name); number++) {
      name = test.name() + "-" + number;
    }
    return name;
  }

  private void output(TestCase test) throws XMLStreamException {
    if (!test.text().isEmpty()) {
      line(3);
      xml.writeStartElement("system-out");
      xml.writeCharacters(test.text());
      xml.writeEndElement();
    }
  }

  /** Some readers show the attribute, others only the text: the message stands in both. */
  private void problem(String element, TestCase test, boolean typed) throws XMLStreamException {
    line(3);
    xml.writeStartElement(element);
    xml.writeAttribute("message", test.message());
    if (typed) {
      xml.writeAttribute("type", test.type());
    }
    xml.writeCharacters(test.text().isEmpty() ? test.message() : test.text());
    xml.writeEndElement();
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  /** Plain decimal digits: some readers take a comma for a decimal point. */
  private static String seconds(double seconds) {
    return BigDecimal.valueOf(seconds).setScale(MILLISECONDS, RoundingMode.HALF_UP).toPlainString();
  }
}
