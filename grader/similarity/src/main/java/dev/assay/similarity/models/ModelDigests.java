package dev.assay.similarity.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.protocol.StoredModel;
import dev.assay.similarity.answers.ComparedModel;
import dev.assay.similarity.choices.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the model that a result has. */
public final class ModelDigests {
  /** What names something, or has no influence on the model. */
  private static final Set<String> IGNORED = Set.of("name", "verbose", "file", "filename", "path");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ModelDigests() {}

  /**
   * Reads {@code model.pb} and {@code model.json} of a result.
   *
   * @param folder the result's
   * @param problem the problem's id
   * @return empty where there is none, or it cannot be read
   */
  public static Optional<ComparedModel> read(Path folder, String problem) {
    Path json = folder.resolve("model.json");
    StoredModel stored = new StoredModel(folder.resolve("model.pb"), json);
    if (!Files.exists(json)) {
      return Optional.empty();
    }
    try {
      stored.built(); // checks its bounds
      String plan = plan(MAPPER.readTree(Files.readString(json)));
      return Optional.of(new ComparedModel(problem, GraphDigest.of(stored.graphDef()), plan));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The digest of how a model is compiled, begun and trained. */
  static String plan(JsonNode model) {
    ObjectNode plan = MAPPER.createObjectNode();
    plan.set("fit", unnamed(model.path("fit")));
    plan.set("compilation", unnamed(model.path("manifest").path("compilation")));
    ArrayNode weights = plan.putArray("weights");
    model.path("manifest").path("weights").forEach(weight -> weights.add(unnamed(weight)));
    return Digest.of(sorted(plan).toString());
  }

  /** A copy in which neither it nor any part has a name. */
  private static JsonNode unnamed(JsonNode node) {
    JsonNode copy = node.deepCopy();
    removeNames(copy);
    return copy;
  }

  private static void removeNames(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(IGNORED);
    }
    node.forEach(ModelDigests::removeNames);
  }

  /** Callbacks, metrics and weights have no order. */
  private static JsonNode sorted(JsonNode node) {
    if (node instanceof ArrayNode array) {
      List<JsonNode> items = new ArrayList<>();
      array.forEach(item -> items.add(sorted(item)));
      if (items.stream().allMatch(JsonNode::isObject)) {
        items.sort(Comparator.comparing(JsonNode::toString));
      }
      return MAPPER.createArrayNode().addAll(items);
    }
    if (node instanceof ObjectNode object) {
      ObjectNode copy = MAPPER.createObjectNode();
      object.properties().forEach(field -> copy.set(field.getKey(), sorted(field.getValue())));
      return copy;
    }
    return node;
  }
}
