package dev.assay.report.gradebook.changes;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.commons.files.LineLog;
import dev.assay.commons.text.Printable;
import dev.assay.report.GradeReport;
import dev.assay.report.score.Scores;
import java.io.IOException;
import java.nio.file.Path;

/** The log of all scorings of a run, a line of JSON each. */
public final class ScoringLog {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ScoringLog() {}

  /**
   * Adds an entry and waits until the disk has it.
   *
   * @throws IOException if it cannot be written
   */
  public static void append(Path file, ScoringEntry entry) throws IOException {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("at", entry.at().toString());
    node.put("by", entry.by());
    node.put("reason", entry.reason());
    node.put("settings", entry.settings());
    node.put("hidden", entry.hidden());
    ArrayNode changes = node.putArray("changes");
    for (ScoringEntry.Change change : entry.changes()) {
      ObjectNode line = changes.addObject();
      line.put("submission", change.before().submission().id());
      line.put("problem", change.before().problem());
      line.put("kept", change.kept());
      describe(line.putObject("before"), change.before());
      describe(line.putObject("after"), change.after());
    }
    LineLog.append(file, Printable.escaped(MAPPER.writeValueAsString(node)));
  }

  private static void describe(ObjectNode node, GradeReport report) {
    node.put("verdict", report.verdict().name());
    node.put("points", report.judgement().points());
    Scores scores = report.scores();
    if (scores != null) {
      node.put("metric", scores.metric().name());
      node.put("value", scores.metric().value());
      node.put("threshold", scores.metric().threshold());
    }
    node.put("dataDigest", report.circumstances().provenance().digests().data());
  }
}
