package dev.assay.report.gradebook.building;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.commons.files.LineLog;
import dev.assay.commons.text.Printable;
import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.report.checks.Components;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * All points that persons gave, a line of JSON each, in the order in which they were given; the
 * last for a student and a problem counts. Nothing is ever removed from the file.
 *
 * @param entries in their order
 * @param notes a sentence for each line that cannot be read
 */
public record OverrideLog(List<OverrideEntry> entries, List<Sentence> notes) {
  /** Nobody gave any. */
  public static final OverrideLog EMPTY = new OverrideLog(List.of(), List.of());

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  public OverrideLog {
    entries = Components.list("entries", entries);
    notes = Components.list("notes", notes);
  }

  /**
   * Reads a file; where there is none, nobody gave points.
   *
   * @throws IOException if it cannot be read
   */
  public static OverrideLog read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return EMPTY;
    }
    List<OverrideEntry> entries = new ArrayList<>();
    List<Sentence> notes = new ArrayList<>();
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      try {
        entries.add(entry(lines.get(i)));
      } catch (JsonProcessingException | IllegalArgumentException | DateTimeParseException e) {
        notes.add(
            Sentence.of(
                NoteCode.OVERRIDE_NOT_READ,
                "file",
                String.valueOf(file.getFileName()),
                "line",
                i + 1,
                "reason",
                e instanceof JsonProcessingException json
                    ? json.getOriginalMessage()
                    : String.valueOf(e.getMessage())));
      }
    }
    return new OverrideLog(entries, notes);
  }

  private static OverrideEntry entry(String line) throws JsonProcessingException {
    JsonNode node = MAPPER.readTree(line);
    JsonNode points = node.path("points");
    if (!points.isNumber() && !points.isNull()) {
      throw new IllegalArgumentException("points must be a number or null. Received: " + points);
    }
    return new OverrideEntry(
        node.path("student").asText(),
        node.path("problem").asText(),
        points.isNull() ? null : points.doubleValue(),
        node.path("comment").asText(),
        node.path("by").asText(),
        Instant.parse(node.path("at").asText()));
  }

  /**
   * Adds an entry at the file's end and waits until the disk has it. What a full disk left of an
   * earlier one becomes a line of its own.
   *
   * @throws IOException if it cannot be written
   */
  public static void append(Path file, OverrideEntry entry) throws IOException {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("student", entry.student());
    node.put("problem", entry.problem());
    node.put("points", entry.points());
    node.put("comment", entry.comment());
    node.put("by", entry.by());
    node.put("at", entry.at().toString());
    LineLog.append(file, Printable.escaped(MAPPER.writeValueAsString(node)));
  }
}
