package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.DataStore;
import dev.assay.datasets.files.Sha256;
import dev.assay.keras.training.TrainingMode;
import dev.assay.protocol.Job;
import dev.assay.protocol.Message;
import dev.assay.run.data.PreparedData;
import dev.assay.run.grading.Assignment;
import dev.assay.run.jobs.JobOutcome;
import dev.assay.run.jobs.JobRunner;
import dev.assay.run.processes.Outcome;
import dev.assay.run.processes.Role;
import dev.assay.run.processes.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings, predictions and measurements in any order are those of a new process, bit for bit. */
class WarmOrderTest {
  private static final int SECONDS = 120;
  private static final int GRADINGS = 200;
  private static final List<String> ANSWERS =
      List.of(
          "Good",
          "KnowsARule",
          "Stacked",
          "Bagged",
          "BatchStatistics",
          "LookupInInitializers",
          "LogOfNegative",
          "FixedBatch");

  @TempDir Path folder;

  /** One after the other in one thread's folder. */
  private record Lane(JobRunner jobs, PreparedData.Prepared data, Path models, Path folder) {
    /** What three jobs say of a model, and the digests of what they write. */
    String run(String answer) throws Exception {
      Job.ModelFiles files =
          new Job.ModelFiles(models.resolve(answer + ".pb"), models.resolve(answer + ".json"));
      Job.Stages weights = stages("weights");
      JobOutcome trained =
          run(
              Role.TRAIN,
              new Job.Train(
                  files,
                  data.train(),
                  data.validation(),
                  weights,
                  7,
                  1,
                  TrainingMode.REPRODUCIBLE));
      Message.Trained message = trained.answer(Message.Trained.class).orElse(null);
      if (message == null || message.weightsDigest() == null) {
        return said(trained);
      }
      Job.Stages outputs = stages("outputs");
      JobOutcome predicted =
          run(
              Role.PREDICT,
              new Job.Predict(
                  files,
                  weights,
                  message.weightsDigest(),
                  data.validation(),
                  data.hiddenFeatures(),
                  outputs,
                  null,
                  1));
      JobOutcome measured =
          run(
              Role.PREDICT,
              new Job.Measure(
                  files,
                  data.train(),
                  data.validation(),
                  weights.trained(),
                  message.weightsDigest(),
                  List.of(),
                  List.of(0.1),
                  7,
                  1));
      assertThat(predicted.answer(Message.Predicted.class)).isPresent();
      return String.join(
          "\n",
          said(trained),
          Sha256.ofFile(weights.untrained()),
          Sha256.ofFile(outputs.trained()),
          Sha256.ofFile(outputs.untrained()),
          said(measured));
    }

    private Job.Stages stages(String name) {
      return new Job.Stages(folder.resolve(name), folder.resolve(name + "-before"));
    }

    private JobOutcome run(Role role, Job job) throws Exception {
      return jobs.run(role, job, SECONDS, folder.resolve("log"), JobRunner.Listener.SILENT);
    }

    private static String said(JobOutcome outcome) {
      return ((Outcome.Answered) outcome.outcome()).message().toString();
    }
  }

  private Lane lane(Workers workers, PreparedData.Prepared data, String name) throws Exception {
    Path own = Files.createDirectories(folder.resolve(name));
    return new Lane(new JobRunner(workers), data, folder, own);
  }

  private void build(Workers workers, String answer) throws Exception {
    Assignment iris = TestProblem.assignment(TestProblem.LIMITS);
    Job job =
        new Job.Build(
            Workbench.classes(),
            "answers.trained." + answer,
            iris.spec(7),
            folder.resolve(answer + ".pb"),
            folder.resolve(answer + ".json"));
    assertThat(workers.run(Role.BUILD, job, SECONDS, folder.resolve("log"), message -> {}))
        .isEqualTo(new Outcome.Answered(new Message.Built()));
  }

  @Test
  @Tag("exhaustive")
  void twoHundredInAnyOrderByTwoAtATime() throws Exception {
    DataStore store =
        new DataStore(
            Workbench.installation().embeddedData(), null, Workbench.installation().cache());
    Map<String, String> alone = new LinkedHashMap<>();
    try (Workers cold = new Workers(Workbench.installation());
        Workers warm = new Workers(Workbench.installation()).warm();
        PreparedData datasets = new PreparedData(store, Workbench.installation().cache(), null)) {
      PreparedData.Prepared data =
          datasets.load(TestProblem.assignment(TestProblem.LIMITS).entry(), 7);
      for (String answer : ANSWERS) {
        build(cold, answer);
        alone.put(answer, lane(cold, data, "alone").run(answer));
      }
      ExecutorService pool = Executors.newFixedThreadPool(2);
      try {
        List<Future<Integer>> lanes = new ArrayList<>();
        for (int number = 0; number < 2; number++) {
          Lane lane = lane(warm, data, "lane-" + number);
          List<String> order = new ArrayList<>();
          for (int i = 0; i < GRADINGS / 2; i++) {
            order.add(ANSWERS.get(i % ANSWERS.size()));
          }
          Collections.shuffle(order, new Random(number));
          lanes.add(pool.submit(() -> compare(lane, order, alone)));
        }
        int compared = 0;
        for (Future<Integer> lane : lanes) {
          compared += lane.get();
        }
        assertThat(compared).isEqualTo(GRADINGS);
      } finally {
        pool.shutdownNow();
      }
    }
    assertThat(alone.values()).doesNotHaveDuplicates();
  }

  private static int compare(Lane lane, List<String> order, Map<String, String> alone)
      throws Exception {
    int compared = 0;
    for (String answer : order) {
      assertThat(lane.run(answer))
          .as("%s, after %d others", answer, compared)
          .isEqualTo(Objects.requireNonNull(alone.get(answer)));
      compared++;
    }
    return compared;
  }
}
