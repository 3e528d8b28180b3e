package dev.assay.report.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.commons.text.Printable;
import dev.assay.findings.Catalogue;
import dev.assay.report.repeats.RepeatedAnswer;
import dev.assay.report.score.Metric;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes repeated gradings as JSON, as {@code reports/repeats.schema.json} says. */
public final class RepeatsJson {
  private static final int VERSION = 1;

  private static final ObjectMapper MAPPER = JsonMapping.mapper(Catalogue.english());
  private static final ObjectWriter WRITER = MAPPER.writerWithDefaultPrettyPrinter();

  private RepeatsJson() {}

  /** The document, ending with a newline; the same answers give the same bytes. */
  public static String of(List<RepeatedAnswer> answers) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("schemaVersion", VERSION);
    ArrayNode list = root.putArray("answers");
    answers.forEach(answer -> describe(list.addObject(), answer));
    try {
      return Printable.escaped(WRITER.writeValueAsString(root)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of numbers and texts is always JSON", e);
    }
  }

  private static void describe(ObjectNode node, RepeatedAnswer answer) {
    List<Double> values = answer.values();
    node.put("submission", answer.submission());
    node.put("problem", answer.problem());
    node.put("metric", name(answer));
    node.put("median", answer.median().isPresent() ? answer.median().getAsDouble() : null);
    node.put("low", values.isEmpty() ? null : values.get(0));
    node.put("high", values.isEmpty() ? null : values.get(values.size() - 1));
    node.put("scored", values.size());
    node.put("passed", answer.passed());
    node.putObject("share").put("low", answer.share().low()).put("high", answer.share().high());
    ArrayNode repeats = node.putArray("repeats");
    for (RepeatedAnswer.Repeat repeat : answer.repeats()) {
      Metric metric = repeat.metric();
      repeats
          .addObject()
          .put("seed", repeat.seed())
          .put("verdict", repeat.verdict().name())
          .put("points", repeat.points())
          .put("value", metric == null ? null : metric.value());
    }
  }

  private static @Nullable String name(RepeatedAnswer answer) {
    return answer.repeats().stream()
        .map(RepeatedAnswer.Repeat::metric)
        .flatMap(Stream::ofNullable)
        .map(Metric::name)
        .findFirst()
        .orElse(null);
  }
}
