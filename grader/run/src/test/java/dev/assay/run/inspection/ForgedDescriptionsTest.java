package dev.assay.run.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.findings.Finding;
import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.training.FitPlan;
import dev.assay.protocol.BuiltModel;
import dev.assay.protocol.Json;
import dev.assay.protocol.StoredModel;
import dev.assay.run.Models;
import dev.assay.run.TestProblem;
import dev.assay.run.grading.Stop;
import dev.assay.run.inspection.graphs.GraphFacts;
import dev.assay.run.reporting.ReportMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A candidate's process may write any description: each value in turn is replaced by others. */
class ForgedDescriptionsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final List<String> VALUES =
      List.of(
          "null",
          "0",
          "-1",
          "-2",
          "2147483647",
          "9223372036854775807",
          "1e400",
          "\"\"",
          "\" \"",
          "\"<b>\\u001b[2J\\n::error::\"",
          "true",
          "[]",
          "[2147483647, 2147483647]",
          "[0, -1]",
          "{}");

  @TempDir Path folder;
  private int read;
  private int refused;

  @Test
  void noDescriptionGetsBeyondAVerdict() throws IOException {
    Files.write(folder.resolve("model.pb"), new byte[0]);
    FitPlan plan = FitPlan.epochs(3).callbacks(EarlyStopping.on("val_loss"));
    JsonNode description = MAPPER.readTree(Json.write(Models.of(Models.SPARSE, plan, 3)));
    for (String place : places("", description)) {
      for (String value : VALUES) {
        JsonNode changed = description.deepCopy();
        put(changed, place, MAPPER.readTree(value));
        judge(changed.toString(), place);
      }
    }
    assertThat(read).isGreaterThan(100);
    assertThat(refused).isGreaterThan(500);
  }

  @Test
  void aNullInAnyListIsRefusedWhenTheDescriptionIsRead() throws IOException {
    JsonNode description =
        MAPPER.readTree(Json.write(Models.of(Models.SPARSE, FitPlan.epochs(3), 3)));
    int lists = 0;
    for (String place : places("", description)) {
      JsonNode changed = description.deepCopy();
      if (changed.at(place) instanceof ArrayNode list) {
        lists++;
        list.addNull();
        Files.writeString(folder.resolve("model.json"), changed.toString());
        assertThatExceptionOfType(IOException.class)
            .as(place)
            .isThrownBy(new StoredModel(folder, folder.resolve("model.json"))::built);
      }
    }
    assertThat(lists).isGreaterThan(10);
  }

  private static List<String> places(String path, JsonNode node) {
    List<String> places = new ArrayList<>(path.isEmpty() ? List.of() : List.of(path));
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(e -> places.addAll(places(path + "/" + e.getKey(), e.getValue())));
    }
    for (int i = 0; node instanceof ArrayNode && i < node.size(); i++) {
      places.addAll(places(path + "/" + i, node.get(i)));
    }
    return places;
  }

  private static void put(JsonNode root, String place, JsonNode value) {
    int slash = place.lastIndexOf('/');
    ContainerNode<?> parent = (ContainerNode<?>) root.at(place.substring(0, slash));
    String name = place.substring(slash + 1);
    if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(name), value);
    } else {
      ((ObjectNode) parent).set(name, value);
    }
  }

  /** As the grader does; what it does not expect ends the test. */
  private void judge(String description, String place) throws IOException {
    Files.writeString(folder.resolve("model.json"), description);
    StoredModel stored = new StoredModel(folder.resolve("model.pb"), folder.resolve("model.json"));
    BuiltModel model;
    try {
      model = stored.built();
    } catch (IOException e) {
      refused++;
      return;
    }
    read++;
    try {
      ReportMapper.model(model.manifest(), model.flops(), 0);
      List<Finding> findings =
          Inspector.inspect(
              TestProblem.assignment(TestProblem.LIMITS).spec(1),
              model,
              GraphFacts.of(stored, model));
      assertThat(Stop.ofErrors(findings).map(Stop::message)).as(place).isPresent();
    } catch (RuntimeException e) {
      throw new AssertionError("%s is not refused: %s".formatted(place, description), e);
    }
  }
}
