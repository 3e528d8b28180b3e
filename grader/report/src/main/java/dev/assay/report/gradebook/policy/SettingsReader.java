package dev.assay.report.gradebook.policy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings of a class, as {@code reports/class.schema.json} describes them. Every field
 * may be left out.
 */
public final class SettingsReader {
  private static final int VERSION = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private SettingsReader() {}

  /**
   * Reads settings.
   *
   * @throws SentenceException if the file cannot be read or a field is wrong; the message names it
   */
  public static ClassSettings read(Path file) throws SentenceException {
    try {
      return read(Files.readString(file));
    } catch (IOException | IllegalArgumentException e) {
      throw new SentenceException(
          Sentence.of(FaultCode.SETTINGS_WRONG, "file", file.toString(), "reason", reason(e)), e);
    }
  }

  private static Object reason(Exception e) {
    if (e instanceof JsonProcessingException json) {
      long line = json.getLocation() == null ? 1 : json.getLocation().getLineNr();
      return "line " + line + ": " + json.getOriginalMessage();
    }
    return e instanceof IOException
        ? e.getClass().getSimpleName() + ": " + e.getMessage()
        : SentenceException.of(e);
  }

  /**
   * Reads settings.
   *
   * @throws IllegalArgumentException if a field is wrong
   */
  public static ClassSettings read(String json) throws JsonProcessingException {
    JsonFields all =
        new JsonFields(
            "",
            MAPPER.readTree(json),
            "schemaVersion",
            "title",
            "passMark",
            "attempts",
            "problems",
            "timeZone",
            "due",
            "late",
            "extensions",
            "excused",
            "anonymousKey");
    int version = all.whole("schemaVersion", VERSION);
    if (version != VERSION) {
      throw new SettingsFault(FaultCode.SETTINGS_VERSION, "version", version, "ours", VERSION);
    }
    ZoneId zone = all.zone("timeZone");
    return new ClassSettings(
        all.text("title"),
        all.percent("passMark", ClassSettings.PASS_MARK),
        all.attempts("attempts"),
        problems(all, zone),
        new Deadlines(zone, all.time("due", zone), late(all), extensions(all, zone)),
        excused(all),
        all.text("anonymousKey"));
  }

  private static List<ProblemSettings> problems(JsonFields all, @Nullable ZoneId zone) {
    List<ProblemSettings> problems = new ArrayList<>();
    for (JsonNode element : all.list("problems")) {
      if (element.isTextual()) {
        add(ProblemSettings.of(element.textValue()), problems);
        continue;
      }
      JsonFields fields =
          all.element(
              "problems", problems.size(), element, "id", "weight", "due", "threshold", "bands");
      add(
          new ProblemSettings(
              fields.requiredText("id"),
              fields.weight("weight", 1),
              fields.time("due", zone),
              fields.number("threshold"),
              fields.numbers("bands")),
          problems);
    }
    return problems;
  }

  private static void add(ProblemSettings problem, List<ProblemSettings> problems) {
    if (problems.stream().anyMatch(other -> other.id().equals(problem.id()))) {
      throw new SettingsFault(FaultCode.SETTINGS_PROBLEM_REPEATED, "problem", problem.id());
    }
    problems.add(problem);
  }

  private static LatePolicy late(JsonFields all) {
    JsonFields fields =
        all.object("late", "graceMinutes", "percentPerDay", "capPercent", "excusedDays");
    return fields == null
        ? LatePolicy.NONE
        : new LatePolicy(
            fields.whole("graceMinutes", 0),
            fields.percent("percentPerDay", 0),
            fields.percent("capPercent", 100),
            Set.copyOf(fields.dates("excusedDays")));
  }

  private static List<Extension> extensions(JsonFields all, @Nullable ZoneId zone) {
    List<Extension> extensions = new ArrayList<>();
    for (JsonNode element : all.list("extensions")) {
      JsonFields fields =
          all.element(
              "extensions", extensions.size(), element, "student", "problem", "until", "reason");
      fields.text("reason");
      extensions.add(
          new Extension(
              fields.requiredText("student"),
              fields.text("problem"),
              fields.requiredTime("until", zone)));
    }
    return extensions;
  }

  private static List<Excuse> excused(JsonFields all) {
    List<Excuse> excused = new ArrayList<>();
    for (JsonNode element : all.list("excused")) {
      JsonFields fields =
          all.element("excused", excused.size(), element, "student", "problem", "reason");
      fields.text("reason");
      String student = fields.text("student");
      String problem = fields.text("problem");
      if (student == null && problem == null) {
        throw new SettingsFault(FaultCode.SETTINGS_EXCUSE_EMPTY);
      }
      excused.add(new Excuse(student, problem));
    }
    return excused;
  }
}
