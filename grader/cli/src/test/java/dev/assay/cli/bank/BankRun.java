package dev.assay.cli.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.Run;
import dev.assay.cli.bank.BankScore.Graded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks and grades answers of the bank, as a class of that many students. */
final class BankRun {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final List<BankAnswer> answers;

  BankRun(Path folder, List<BankAnswer> answers) throws IOException {
    this.folder = folder;
    this.answers = answers;
    for (BankAnswer answer : answers) {
      answer.writeTo(folder.resolve("class"));
    }
  }

  /** The findings' codes before training, by the answer's name. */
  Map<String, Set<String>> check() throws IOException {
    return check(submissions());
  }

  /** The findings' codes of a class before training, by the submission's name. */
  static Map<String, Set<String>> check(Path submissions) throws IOException {
    JsonNode results = read(Run.of("check", "--data", "embedded", "--json", submissions));
    return codesByName(results);
  }

  /** The findings' codes of a class after training, by the submission's name. */
  static Map<String, Set<String>> grade(Path submissions) throws IOException {
    return codesByName(results(submissions));
  }

  /** The results of a class, which are written beside it. */
  static JsonNode results(Path submissions) throws IOException {
    Path out = submissions.resolveSibling(submissions.getFileName() + "-out");
    return read(
        Run.of("grade", "--data", "embedded", "--json", "--jobs", 2, "--out", out, submissions));
  }

  private static Map<String, Set<String>> codesByName(JsonNode results) {
    Map<String, Set<String>> codes = new HashMap<>();
    for (JsonNode result : results) {
      codes.put(result.get("submission").get("id").asText(), codes(result, ""));
    }
    return codes;
  }

  /** Grades, with the codes of a check beside what is told after training. */
  List<Graded> grade(int seed, Map<String, Set<String>> checked) throws IOException {
    Path out = folder.resolve("out-" + seed);
    JsonNode results =
        read(
            Run.of(
                "grade",
                "--data",
                "embedded",
                "--json",
                "--seed",
                seed,
                "--jobs",
                2,
                "--out",
                out,
                submissions()));
    Map<String, JsonNode> byName = new HashMap<>();
    results.forEach(result -> byName.put(result.get("submission").get("id").asText(), result));
    List<Graded> graded = new ArrayList<>();
    for (BankAnswer answer : answers) {
      JsonNode result = byName.get(answer.name());
      if (result == null) {
        throw new IllegalStateException("there is no result of " + answer.name());
      }
      Set<String> told = codes(result, "");
      String verdict = result.get("verdict").asText();
      graded.add(
          new Graded(
              answer,
              verdict,
              result.get("points").asInt(),
              checked.getOrDefault(answer.name(), Set.of()),
              told,
              codes(result, "warning")));
    }
    return graded;
  }

  /** A class of one is taken for a submission of its own. */
  private Path submissions() {
    return folder.resolve("class");
  }

  private static JsonNode read(Run run) throws IOException {
    if (run.code() != 0 && run.code() != 1) {
      throw new IllegalStateException("exit code " + run.code() + "\n" + run.err());
    }
    JsonNode read = JSON.readTree(run.out());
    return read.has("results") ? read.get("results") : read;
  }

  private static Set<String> codes(JsonNode result, String severity) {
    Set<String> codes = new LinkedHashSet<>();
    for (JsonNode finding : result.get("findings")) {
      if (severity.isEmpty() || finding.get("severity").asText().equals(severity)) {
        codes.add(finding.get("code").asText());
      }
    }
    return codes;
  }
}
