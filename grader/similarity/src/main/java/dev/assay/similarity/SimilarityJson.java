package dev.assay.similarity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.commons.text.Printable;
import dev.assay.findings.Sentence;

/** Writes what the answers of a class share as JSON, as {@code reports/README.md} says. */
public final class SimilarityJson {
  private static final int VERSION = 1;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SimilarityJson() {}

  /** The document, ending with a newline; the same report gives the same bytes. */
  public static String of(SimilarityReport report) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("schemaVersion", VERSION);
    root.put("answers", report.answers());
    ArrayNode groups = root.putArray("groups");
    for (EqualGroup group : report.groups()) {
      ObjectNode node = groups.addObject();
      node.set("what", sentence(group.what()));
      group.answers().forEach(node.putArray("answers")::add);
    }
    ArrayNode pairs = root.putArray("pairs");
    for (SimilarPair pair : report.pairs()) {
      ObjectNode node = pairs.addObject();
      node.put("first", pair.first());
      node.put("second", pair.second());
      node.put("weight", pair.weight());
      node.put("shared", pair.shared());
      ArrayNode evidence = node.putArray("evidence");
      pair.evidence().forEach(sentence -> evidence.add(sentence(sentence)));
    }
    try {
      String json = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
      return Printable.escaped(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of numbers and texts is always JSON", e);
    }
  }

  private static ObjectNode sentence(Sentence sentence) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("code", sentence.code());
    node.set("arguments", MAPPER.valueToTree(sentence.arguments()));
    node.put("message", sentence.text());
    return node;
  }
}
