package dev.assay.similarity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.commons.text.Printable;
import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes what the answers of a class share as JSON, and reads it, as {@code reports/README.md}
 * says.
 */
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

  /**
   * Reads a document.
   *
   * @throws SentenceException if it is none of this version
   */
  public static SimilarityReport read(String json) throws SentenceException {
    try {
      JsonNode root = MAPPER.readTree(json);
      if (root.path("schemaVersion").asInt() != VERSION) {
        throw new SentenceException(Sentence.of(NoteCode.SIMILAR_NOT_READ));
      }
      return report(root);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new SentenceException(Sentence.of(NoteCode.SIMILAR_NOT_READ), e);
    }
  }

  private static SimilarityReport report(JsonNode root) {
    List<EqualGroup> groups = new ArrayList<>();
    for (JsonNode group : root.path("groups")) {
      groups.add(new EqualGroup(sentence(group.path("what")), texts(group.path("answers"))));
    }
    List<SimilarPair> pairs = new ArrayList<>();
    for (JsonNode pair : root.path("pairs")) {
      List<Sentence> evidence = new ArrayList<>();
      for (JsonNode each : pair.path("evidence")) {
        evidence.add(sentence(each));
      }
      pairs.add(
          new SimilarPair(
              pair.path("first").asText(),
              pair.path("second").asText(),
              pair.path("weight").asDouble(),
              pair.path("shared").asInt(),
              evidence));
    }
    return new SimilarityReport(root.path("answers").asInt(), groups, pairs);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static Sentence sentence(JsonNode node) {
    Map<String, Object> arguments = new TreeMap<>();
    for (Map.Entry<String, JsonNode> argument : node.path("arguments").properties()) {
      arguments.put(argument.getKey(), value(argument.getValue()));
    }
    return new Sentence(node.path("code").asText(), arguments);
  }

  private static Object value(JsonNode node) {
    if (node.isBoolean()) {
      return node.asBoolean();
    }
    return node.isIntegralNumber() ? (Object) node.asLong() : node.asText();
  }

  private static ObjectNode sentence(Sentence sentence) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("code", sentence.code());
    node.set("arguments", MAPPER.valueToTree(sentence.arguments()));
    node.put("message", sentence.text());
    return node;
  }
}
