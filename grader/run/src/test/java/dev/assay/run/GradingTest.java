package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.assay.protocol.Job;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.report.json.JsonReports;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.grading.GradingListener;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A good answer through all stages: twice with one seed, and once with another. */
class GradingTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir static Path runs;
  private static GradeReport report;

  @BeforeAll
  static void grade() throws Exception {
    report = grade("first", 42);
    grade("second", 42);
    grade("other", 43);
  }

  private static GradeReport grade(String run, long seed) throws Exception {
    return Workbench.grader(
            runs.resolve(run), Workbench.installation(), GradeOptions.withSeed(seed))
        .grade(
            Workbench.answer("trained.Good"),
            TestProblem.assignment(TestProblem.LIMITS),
            GradingListener.SILENT);
  }

  private static Path file(String run, String name) {
    return runs.resolve(run).resolve("answers/iris").resolve(name);
  }

  private static JsonNode result(String run) throws IOException {
    return MAPPER.readTree(file(run, "result.json").toFile());
  }

  @Test
  void itPasses() {
    assertThat(report.verdict()).as(report.judgement().message()).isEqualTo(Verdict.PASSED);
    assertThat(report.judgement().points()).isEqualTo(5);
    assertThat(report.judgement().message()).contains("hidden examples are right");
  }

  @Test
  void everyFieldOfTheResultIsFilled() throws IOException {
    // Iris is the data set itself: it stands in for nothing. Where isolation is strict, no wall is
    // missing. Nothing had to be assumed of the sources, and there was no reason for an audit.
    assertThat(empty("", result("first")))
        .contains("/dataset/standsInFor")
        .isSubsetOf(
            "/dataset/standsInFor", "/isolation/missing", "/submission/assumptions", "/audit");
  }

  /** Where a value is null, or a list or text is empty, but for findings and notes. */
  private static List<String> empty(String path, JsonNode node) {
    if (node.isContainerNode() && !node.isEmpty()) {
      Stream<String> names =
          node.isArray() ? Stream.of("0") : node.properties().stream().map(entry -> entry.getKey());
      return names
          .flatMap(
              name ->
                  empty(path + "/" + name, node.isArray() ? node.get(0) : node.get(name)).stream())
          .toList();
    }
    boolean filled = !node.isNull() && !(node.isTextual() && node.textValue().isEmpty());
    boolean mayBeEmpty = Set.of("/findings", "/dataset/notes", "/isolation/missing").contains(path);
    return filled && (!node.isContainerNode() || mayBeEmpty) ? List.of() : List.of(path);
  }

  @Test
  void theResultIsValidAndReadsBack() throws IOException {
    Path schema = Workbench.installation().home().resolve("reports/result.schema.json");
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(schema))
                .validate(result("first")))
        .isEmpty();
    assertThat(JsonReports.read(file("first", "result.json"))).isEqualTo(report);
  }

  @Test
  void theHistoryIsWrittenAsThePlanAsks() throws IOException {
    List<String> lines = Files.readAllLines(file("first", "training.csv"));
    JsonNode training = result("first").get("training");

    assertThat(lines.get(0)).isEqualTo("epoch,accuracy,loss,val_accuracy,val_loss");
    assertThat(lines).hasSize(1 + training.get("epochs").asInt());
    assertThat(lines.get(1))
        .startsWith("0,")
        .endsWith("," + training.get("history").get(0).get("val_loss").asDouble());
  }

  @Test
  void everyStageHasItsTime() {
    assertThat(report.circumstances().timings().keySet())
        .containsExactly(
            "load", "compile", "build", "inspect", "train", "reload", "predict", "score", "measure",
            "judge");
  }

  @Test
  void theReloadedModelHasTheRecordedLoss() throws IOException {
    JsonNode reload = result("first").get("reload");
    double recorded = reload.get("recorded").asDouble();
    assertThat(reload.get("reloaded").asDouble())
        .isCloseTo(recorded, offset(1e-5 * Math.max(1, recorded)));
    JsonNode training = result("first").get("training");
    JsonNode best = training.get("history").get(training.get("bestEpoch").asInt() - 1);
    assertThat(best.get("val_loss").asDouble()).isEqualTo(recorded);
  }

  @Test
  void theSameSeedGivesTheSameBits() throws IOException {
    for (String name :
        List.of(
            "model.pb", "model.json", "weights.safetensors", "predictions.npy", "training.csv")) {
      assertThat(file("second", name)).hasSameBinaryContentAs(file("first", name));
    }
    assertThat(withoutTimes(result("second"))).isEqualTo(withoutTimes(result("first")));
  }

  private static JsonNode withoutTimes(JsonNode result) {
    ObjectNode copy = result.deepCopy();
    copy.remove("timings");
    copy.findParents("seconds").forEach(parent -> ((ObjectNode) parent).remove("seconds"));
    return copy;
  }

  @Test
  @Tag("exhaustive")
  void anotherSeedGivesAnotherSplitAndOtherWeights() throws IOException {
    assertThat(
            Files.mismatch(
                file("first", "weights.safetensors"), file("other", "weights.safetensors")))
        .isNotNegative();
    assertThat(result("other").at("/dataset/fingerprint"))
        .isNotEqualTo(result("first").at("/dataset/fingerprint"));
  }

  @Test
  void theCandidatesClassIsLoadedByTheBuilderOnly() throws IOException {
    String marker = "the candidate was here";
    assertThat(Files.readAllLines(file("first", "build.log"))).containsOnlyOnce(marker);
    assertThat(Files.readString(file("first", "worker.log"))).doesNotContain(marker);
  }

  @Test
  void jobsThatRunModelsCarryNoFolderOfClasses() {
    assertThat(Stream.of(Job.Train.class, Job.Predict.class, Job.ModelFiles.class))
        .flatExtracting(type -> Arrays.asList(type.getRecordComponents()))
        .extracting(RecordComponent::getName)
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("class"));
  }

  @Test
  void noFileOfTheRunHoldsTheHiddenLabels() throws IOException {
    try (Stream<Path> files = Files.walk(Workbench.installation().cache())) {
      assertThat(files.map(Path::toString))
          .isNotEmpty()
          .noneMatch(name -> name.contains("hidden") && name.contains("labels"));
    }
  }
}
