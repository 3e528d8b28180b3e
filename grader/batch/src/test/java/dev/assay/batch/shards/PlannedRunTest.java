package dev.assay.batch.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.batch.Batch;
import dev.assay.batch.BatchFolder;
import dev.assay.batch.BatchFolderException;
import dev.assay.batch.BatchListener;
import dev.assay.batch.BatchPlan;
import dev.assay.batch.HandedIn;
import dev.assay.batch.HiddenPart;
import dev.assay.batch.Samples;
import dev.assay.batch.plan.Manifest;
import dev.assay.batch.plan.PlanFolder;
import dev.assay.batch.plan.PlannedAnswer;
import dev.assay.batch.plan.PlannedOptions;
import dev.assay.batch.plan.Planner;
import dev.assay.report.GradeReport;
import dev.assay.report.json.JsonDocuments;
import dev.assay.run.submissions.HandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plan, grade and collect, with submissions without a source, which need no child process. */
class PlannedRunTest {
  @TempDir private Path folder;
  private Samples samples = new Samples(Path.of(""));

  @BeforeEach
  void begin() {
    samples = new Samples(folder);
  }

  private PlanFolder planned(int students, int shards) throws Exception {
    Path all = Files.createDirectories(folder.resolve("class"));
    Files.writeString(all.resolve("grades.txt"), "");
    for (int i = 0; i < students; i++) {
      Files.createDirectories(all.resolve("student" + i));
    }
    return plan(HandedIn.find(List.of(all)), shards);
  }

  private PlanFolder plan(HandedIn handedIn, int shards) throws Exception {
    BatchFolder run = BatchFolder.at(folder.resolve("run"));
    run.lock().close();
    PlannedOptions options = new PlannedOptions("auto", false, 42, false, false, false, null);
    new Planner(
            samples.plan(true).selection(), HiddenPart.PUBLISHED, options, folder.resolve("cache"))
        .plan(run, handedIn, new Manifest.Sharding(shards, 2));
    return new PlanFolder(run);
  }

  private List<GradeReport> grade(PlanFolder planned, int shard, BatchListener listener)
      throws IOException, InterruptedException {
    Manifest manifest = planned.manifest();
    List<HandIn> handIns = manifest.shard(shard).stream().map(planned::handIn).toList();
    BatchPlan plan = samples.plan(true);
    SharedRun shared = SharedRun.join(planned, manifest.lease());
    try (Batch batch = Batch.open(samples.workers(), plan, planned.run(), shared, listener)) {
      return batch.share(handIns);
    }
  }

  private static Collected collect(PlanFolder planned) throws IOException {
    return Collected.of(planned, planned.manifest());
  }

  /** All files of a run but those of the plan, with their content but for times. */
  private static Map<String, String> files(Path run) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(run)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String name = run.relativize(file).toString();
        if (!name.startsWith(BatchFolder.PLAN)) {
          files.put(name, Files.readString(file).replaceAll("(\"\\w+\": )\\d+\\.\\d+", "$1time"));
        }
      }
    }
    return files;
  }

  @Test
  void shardsComeToWhatOneMachineComesTo() throws Exception {
    PlanFolder planned = planned(5, 2);
    grade(planned, 1, BatchListener.SILENT);
    assertThat(collect(planned).missing()).hasSize(3);
    assertThat(Collected.shards(collect(planned).missing())).containsExactly(0);
    grade(planned, 0, BatchListener.SILENT);
    Collected collected = collect(planned);
    assertThat(collected.missing()).isEmpty();
    assertThat(collected.differences()).isEmpty();

    BatchFolder local = BatchFolder.at(folder.resolve("local"));
    try (Batch batch =
        Batch.open(samples.workers(), samples.plan(false), local, BatchListener.SILENT)) {
      batch.run(HandedIn.find(List.of(folder.resolve("class"))));
    }
    assertThat(files(planned.run().path())).isEqualTo(files(local.path())).hasSizeGreaterThan(10);
  }

  @Test
  void twoOnOneShardNeverGradeTheSame() throws Exception {
    PlanFolder planned = planned(20, 1);
    AtomicInteger graded = new AtomicInteger();
    BatchListener counting =
        new BatchListener() {
          @Override
          public void answers(int count) {
            graded.incrementAndGet();
          }
        };
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      Future<List<GradeReport>> one = pool.submit(() -> grade(planned, 0, counting));
      Future<List<GradeReport>> two = pool.submit(() -> grade(planned, 0, counting));
      List<String> first = names(one.get(60, TimeUnit.SECONDS));
      List<String> second = names(two.get(60, TimeUnit.SECONDS));
      // What the other one has finished may be told by both, but by neither twice.
      assertThat(first).doesNotHaveDuplicates();
      assertThat(second).doesNotHaveDuplicates();
      assertThat(Stream.concat(first.stream(), second.stream()).distinct()).hasSize(20);
    } finally {
      pool.shutdownNow();
    }
    assertThat(graded).hasValue(20);
    assertThat(collect(planned).missing()).isEmpty();
    assertThat(planned.work()).isEmptyDirectory();
    assertThat(planned.graders()).isEmptyDirectory();
  }

  private static List<String> names(List<GradeReport> reports) {
    return reports.stream().map(report -> report.submission().id()).toList();
  }

  /** A killed grader leaves its claim, its heartbeat and half a result. */
  @Test
  void whatADeadGraderHadClaimedIsGradedAfterItsLease() throws Exception {
    PlanFolder planned = planned(2, 1);
    String id = planned.manifest().answers().get(0).id();
    Files.createDirectories(planned.claims());
    Files.createDirectories(planned.graders());
    Files.writeString(planned.claims().resolve(id + ".1"), "killed");
    Files.writeString(planned.graders().resolve("killed.beat"), "3");
    assertThat(grade(planned, 0, BatchListener.SILENT)).hasSize(2);
    assertThat(planned.claims().resolve(id + ".2")).exists();
  }

  @Test
  void whatItNeedsTravelsWithTheFolder() throws Exception {
    PlanFolder planned = planned(2, 1);
    Path copy = folder.resolve("copied");
    try (Stream<Path> walk = Files.walk(planned.run().path())) {
      for (Path path : walk.toList()) {
        Files.copy(path, copy.resolve(planned.run().path().relativize(path)));
      }
    }
    Files.delete(folder.resolve("class/student0"));
    PlanFolder elsewhere = new PlanFolder(new BatchFolder(copy));
    assertThat(grade(elsewhere, 0, BatchListener.SILENT)).hasSize(2);
    assertThat(collect(elsewhere).missing()).isEmpty();
    assertThat(collect(planned).missing()).hasSize(2);
  }

  @Test
  void resultsThatAreNotAsPlannedAreTold() throws Exception {
    PlanFolder planned = planned(2, 2);
    grade(planned, 0, BatchListener.SILENT);
    grade(planned, 1, BatchListener.SILENT);
    Path result = planned.run().answer("student0", GradeReport.NO_PROBLEM).resolve("result.json");
    String json = Files.readString(result);
    Files.writeString(result, json.replace("\"seed\": 42", "\"seed\": 43"));
    Collected collected = collect(planned);
    assertThat(collected.differences())
        .containsExactly(
            new Difference(
                "student0", GradeReport.NO_PROBLEM, Difference.Subject.SEED, "43", "42"));
    assertThat(collected.differing()).extracting(PlannedAnswer::id).containsExactly("student0");
    // The same shard again grades just that.
    grade(planned, collected.differing().get(0).shard(), BatchListener.SILENT);
    assertThat(collect(planned).differences()).isEmpty();
  }

  @Test
  void sourcesThatWereChangedAreRefused() throws Exception {
    PlanFolder planned = planned(1, 1);
    PlannedAnswer answer = planned.manifest().answers().get(0);
    assertThat(planned.read(answer).id()).isEqualTo("student0");
    Path kept = planned.path().resolve("answers/student0.json");
    Files.writeString(
        kept,
        Files.readString(kept)
            .replace(
                "\"sources\": []",
                "\"sources\": [ {\"name\": \"A.java\", \"text\": \"class A {}\", \"archived\": null} ]"));
    assertThatThrownBy(() -> planned.read(answer)).hasMessageContaining("the sources of the plan");
  }

  @Test
  void aPlanOfAnotherFormIsRefused() throws Exception {
    PlanFolder planned = planned(1, 1);
    Path file = planned.manifestFile();
    Files.writeString(
        file, Files.readString(file).replace("\"planVersion\": 1", "\"planVersion\": 2"));
    assertThatThrownBy(planned::manifest).hasMessageContaining("a plan of form 2");
  }

  @Test
  void aPlanIsReadAsItWasWritten() throws Exception {
    PlanFolder planned = planned(2, 3);
    Manifest manifest = planned.manifest();
    assertThat(manifest.entries().seen()).isEqualTo(3);
    assertThat(JsonDocuments.of(manifest)).isEqualTo(Files.readString(planned.manifestFile()));
  }

  @Test
  void aStoppedGraderBeginsNothingMore() throws Exception {
    PlanFolder planned = planned(3, 1);
    SharedRun shared = SharedRun.join(planned, planned.manifest().lease());
    try (Batch batch =
        Batch.open(
            samples.workers(), samples.plan(true), planned.run(), shared, BatchListener.SILENT)) {
      batch.stop();
      List<HandIn> all = planned.manifest().answers().stream().map(planned::handIn).toList();
      assertThat(batch.share(all)).isEmpty();
      assertThat(batch.notBegun()).isEqualTo(3);
    }
    assertThat(collect(planned).missing()).hasSize(3);
  }

  @Test
  void aFolderWithAPlanIsNotGradedAsAWhole() throws Exception {
    PlanFolder planned = planned(1, 1);
    assertThatThrownBy(planned.run()::claim)
        .isInstanceOfSatisfying(
            BatchFolderException.class,
            e -> assertThat(e.reason()).isEqualTo(BatchFolderException.Reason.PLANNED));
  }
}
