package dev.assay.report.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.commons.text.Printable;
import dev.assay.findings.Catalogue;
import dev.assay.report.exam.ExamAttempt;
import dev.assay.report.exam.ExamProblem;
import dev.assay.report.exam.ExamResult;
import dev.assay.report.exam.PartScore;
import org.jspecify.annotations.Nullable;

/** Writes what exams came to as JSON, as {@code reports/exam.schema.json} says. */
public final class ExamJson {
  private static final int VERSION = 1;

  private static final ObjectMapper MAPPER = JsonMapping.mapper(Catalogue.english());
  private static final ObjectWriter WRITER = MAPPER.writerWithDefaultPrettyPrinter();

  private ExamJson() {}

  /**
   * The document, ending with a newline.
   *
   * @param texts the language of the sentences
   */
  public static String of(ExamResult exam, Catalogue texts) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("schemaVersion", VERSION);
    root.put("id", exam.id());
    root.put("blueprint", exam.blueprint());
    root.put("title", exam.title());
    root.put("started", exam.started().toString());
    root.put("minutes", exam.time().minutes());
    root.put("elapsedSeconds", exam.time().elapsedSeconds());
    root.put("ending", exam.time().ending());
    root.put("clockMovedSeconds", exam.time().movedSeconds());
    terms(root.putObject("terms"), exam.terms());
    root.put("total", exam.total());
    root.put("passed", exam.passed());
    ArrayNode problems = root.putArray("problems");
    exam.problems().forEach(problem -> describe(problems.addObject(), problem));
    ArrayNode next = root.putArray("next");
    exam.next()
        .forEach(
            sentence -> {
              ObjectNode node = next.addObject();
              node.put("code", sentence.code());
              node.set("arguments", MAPPER.valueToTree(sentence.arguments()));
              node.put("message", sentence.text(texts));
            });
    return text(root);
  }

  private static String text(ObjectNode root) {
    try {
      return Printable.escaped(WRITER.writeValueAsString(root)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of numbers and texts is always JSON", e);
    }
  }

  private static void terms(ObjectNode node, ExamResult.Terms terms) {
    node.put("seed", terms.seed());
    node.put("passMark", terms.passMark());
    node.put("disclosure", terms.disclosure());
    node.put("hidden", terms.hidden());
    node.put("publicPercent", terms.publicPercent());
    node.put("rule", terms.rule());
    node.put("repeats", terms.repeats());
  }

  private static void describe(ObjectNode node, ExamProblem problem) {
    node.put("problem", problem.problem());
    node.put("category", problem.category());
    node.put("weight", problem.weight());
    node.put("attemptsUsed", problem.used());
    node.put("attemptsAllowed", problem.allowed());
    node.put("best", problem.best());
    node.put("points", problem.points());
    node.put("maxPoints", problem.maxPoints());
    score(node, "score", problem.score());
    node.put("data", problem.data());
    node.put("seconds", problem.seconds());
    ArrayNode findings = node.putArray("findings");
    problem.findings().forEach(findings::add);
    ArrayNode attempts = node.putArray("attempts");
    problem.attempts().forEach(attempt -> describe(attempts.addObject(), attempt));
  }

  private static void describe(ObjectNode node, ExamAttempt attempt) {
    node.put("number", attempt.number());
    node.put("arrivedSeconds", attempt.arrivedSeconds());
    node.put("verdict", attempt.verdict() == null ? null : attempt.verdict().name());
    score(node, "shown", attempt.shown());
    node.put("released", attempt.released());
  }

  private static void score(ObjectNode node, String name, @Nullable PartScore score) {
    if (score == null) {
      node.putNull(name);
      return;
    }
    ObjectNode inner = node.putObject(name);
    inner.put("points", score.points());
    inner.put("passed", score.passed());
    inner.put("metric", score.metric());
    inner.put("value", score.value());
    inner.put("threshold", score.threshold());
    inner.put("low", score.interval() == null ? null : score.interval().low());
    inner.put("high", score.interval() == null ? null : score.interval().high());
    inner.put("examples", score.examples());
  }
}
