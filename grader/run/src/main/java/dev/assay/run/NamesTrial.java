package dev.assay.run;

import dev.assay.datasets.files.Reasons;
import dev.assay.datasets.paths.RawPaths;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.TensorSpec;
import dev.assay.problems.Limits;
import dev.assay.problems.ProblemSpec;
import dev.assay.problems.Task;
import dev.assay.protocol.Message;
import dev.assay.run.candidate.Candidate;
import dev.assay.run.candidate.WarmBuilder;
import dev.assay.run.grading.GradingFiles;
import dev.assay.run.jobs.ProcessVerdicts;
import dev.assay.run.processes.Outcome;
import dev.assay.run.processes.Workers;
import dev.assay.run.submissions.SourceText;
import dev.assay.run.submissions.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Compiles and builds a tiny answer whose class, file and folders have names that are not ASCII, in
 * processes as those of candidates.
 */
public final class NamesTrial {
  private static final String CLASS = "답안";

  private static final String SOURCE =
      """
      import dev.assay.keras.layers.Dense;
      import dev.assay.keras.losses.Loss;
      import dev.assay.keras.models.Model;
      import dev.assay.keras.models.Sequential;
      import dev.assay.keras.optimizers.Adam;
      import dev.assay.keras.training.FitPlan;
      import dev.assay.problems.Answers;
      import dev.assay.problems.ModelBuilder;
      import dev.assay.problems.ProblemSpec;
      import java.nio.file.Path;

      @Answers("names")
      class 답안 implements ModelBuilder {
        static final class Gebäude {
          static final int GRÖSSE = 1;
        }

        @Override
        public Model build(ProblemSpec spec) {
          // Where a process has no UTF-8, this throws.
          Path.of("이름");
          return Sequential.of(Dense.of(Gebäude.GRÖSSE))
              .compile(Adam.withLearningRate(0.1), Loss.MEAN_SQUARED_ERROR);
        }

        @Override
        public FitPlan fit(ProblemSpec spec) {
          return FitPlan.epochs(1);
        }
      }
      """;

  private final Workers workers;
  private final Path folder;

  /**
   * Prepares the trial.
   *
   * @param folder for what it writes
   */
  public NamesTrial(Workers workers, Path folder) {
    this.workers = workers;
    this.folder = folder;
  }

  /**
   * Tries it.
   *
   * @return why it does not work; empty when it does
   * @throws InterruptedException when the grader is ending
   */
  public List<Sentence> fault() throws InterruptedException {
    try {
      Path own = Files.createDirectories(RawPaths.resolve(folder, "이름 ñ 😀"));
      Submission submission =
          Submission.of(CLASS, own, List.of(new SourceText("풀이/" + CLASS + ".java", SOURCE)));
      try (Candidate candidate = Candidate.compile(workers, submission, own)) {
        Candidate.CompileFault fault = candidate.fault();
        return fault == null ? build(candidate, own) : fault.reasons();
      }
    } catch (IOException | IllegalArgumentException e) {
      return List.of(
          e instanceof IOException io
              ? Reasons.of(io)
              : Sentence.of(FaultCode.OTHER_FAILURE, "reason", e.toString()));
    }
  }

  private static List<Sentence> build(Candidate candidate, Path own)
      throws IOException, InterruptedException {
    WarmBuilder warm = candidate.warm();
    if (warm == null) {
      return List.of(Sentence.of(FaultCode.ANSWERS_FOUND, "count", candidate.builders().size()));
    }
    ProblemSpec spec =
        new ProblemSpec(
            "names",
            "embedded",
            new TensorSpec(ElementType.FLOAT32, List.of(1)),
            Task.REGRESSION,
            0,
            new Limits(1, 100, 1, 30, 30),
            1);
    GradingFiles files = new GradingFiles(Files.createDirectories(RawPaths.resolve(own, "결과")));
    Outcome outcome = warm.build(candidate.builders().get(0).className(), spec, files);
    boolean built =
        outcome instanceof Outcome.Answered answered
            && answered.message() instanceof Message.Built
            && Files.size(files.graph()) > 0;
    return built
        ? List.of()
        : outcome == null
            ? List.of(Sentence.of(FaultCode.PROCESS_HAD_ENDED))
            : ProcessVerdicts.ofBuilder(outcome).reasons();
  }
}
