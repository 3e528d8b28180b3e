package dev.assay.run.reporting;

import dev.assay.datasets.Dataset;
import dev.assay.findings.Finding;
import dev.assay.findings.Sentence;
import dev.assay.keras.models.manifest.LayerSummary;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.Part;
import dev.assay.problems.PassRule;
import dev.assay.protocol.BuiltModel;
import dev.assay.report.Circumstances;
import dev.assay.report.DatasetSummary;
import dev.assay.report.GradeReport;
import dev.assay.report.Isolation;
import dev.assay.report.Judgement;
import dev.assay.report.SentenceLine;
import dev.assay.report.SplitSizes;
import dev.assay.report.Verdict;
import dev.assay.report.model.EpochLine;
import dev.assay.report.model.LayerLine;
import dev.assay.report.model.ModelStages;
import dev.assay.report.model.ModelSummary;
import dev.assay.report.model.Training;
import dev.assay.run.candidate.Candidate;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.grading.Stop;
import dev.assay.run.record.Ending;
import dev.assay.run.record.InspectedModel;
import dev.assay.run.record.Judged;
import dev.assay.run.record.Progress;
import dev.assay.run.record.Started;
import dev.assay.run.record.Stopwatch;
import dev.assay.run.record.TrainingHistory;
import dev.assay.run.record.TrainingOutcome;
import dev.assay.run.submissions.Submission;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Maps what a grading found out to the records of the result. */
public final class ReportMapper {
  private static final String INTERRUPTED = "INTERRUPTED";

  private ReportMapper() {}

  /** The result of a grading. */
  public static GradeReport report(
      Started started, Ending ending, GradeOptions options, Map<String, Double> seconds) {
    Progress known = ending.progress();
    return new GradeReport(
        submission(started.candidate().submission()),
        started.assignment().problem().id(),
        known.data() == null ? null : dataset(known.data()),
        judgement(ending),
        ending instanceof Judged ? known.scores() : null,
        new ModelStages(
            known.model() == null ? null : model(known.model()),
            known.training() == null ? null : training(known.training()),
            known.reload(),
            known.audit()),
        new Circumstances(
            isolation(known.processes().isolation()),
            seconds,
            new ProvenanceBuilder(started.assignment(), options).of(known)));
  }

  private static Judgement judgement(Ending ending) {
    Progress known = ending.progress();
    if (ending instanceof Judged judged) {
      Judgement judgement = judged.judgement();
      return new Judgement(
          judgement.verdict(),
          judgement.reasons(),
          judgement.points(),
          judgement.maxPoints(),
          joined(judgement.findings(), List.of(), known));
    }
    Stop stop =
        ending instanceof Ending.Stopped stopped
            ? stopped.stop()
            : new Stop(Verdict.GRADER_ERROR, ((Ending.GraderError) ending).reasons(), List.of());
    return early(stop, joined(known.findings(), stop.findings(), known));
  }

  /** Retries come last: they are no advice to the answer's author. */
  private static List<Finding> joined(List<Finding> first, List<Finding> then, Progress known) {
    return Stream.of(first, then, known.processes().retries()).flatMap(List::stream).toList();
  }

  private static Judgement early(Stop stop, List<Finding> findings) {
    return new Judgement(stop.verdict(), stop.reasons(), 0, PassRule.MAX_POINTS, findings);
  }

  /** The result of a submission that answers none of the problems that are graded. */
  public static GradeReport unanswered(Candidate candidate, GradeOptions options, Stop stop) {
    Stopwatch clock = new Stopwatch();
    clock.add("compile", candidate.seconds());
    return ofNoProblem(
        submission(candidate.submission()),
        early(stop, candidate.processes().retries()),
        new Circumstances(
            isolation(candidate.processes().isolation()),
            clock.seconds(),
            new ProvenanceBuilder(null, options).ofNothing()));
  }

  /** The result of a submission that the grader itself failed on. */
  public static GradeReport failed(String submission, GradeOptions options, Sentence reason) {
    return ofNoProblem(
        new dev.assay.report.Submission(submission, null),
        early(new Stop(Verdict.GRADER_ERROR, reason), List.of()),
        new Circumstances(null, Map.of(), new ProvenanceBuilder(null, options).ofNothing()));
  }

  private static GradeReport ofNoProblem(
      dev.assay.report.Submission submission, Judgement judgement, Circumstances circumstances) {
    return new GradeReport(
        submission, GradeReport.NO_PROBLEM, null, judgement, null, ModelStages.NONE, circumstances);
  }

  public static dev.assay.report.Submission submission(Submission submission) {
    return new dev.assay.report.Submission(
        submission.id(),
        submission.origin(),
        submission.sources().isEmpty() ? null : submission.digest(),
        submission.assumptions().stream().map(SentenceLine::of).toList());
  }

  /** Null when no process ran. */
  private static @Nullable Isolation isolation(
      dev.assay.run.isolation.@Nullable Isolation measured) {
    return measured == null
        ? null
        : new Isolation(measured.level().name().toLowerCase(Locale.ROOT), measured.ids());
  }

  /** The data that a result is of. */
  public static DatasetSummary dataset(Dataset data) {
    return new DatasetSummary(
        data.entry().id(),
        data.entry().title(),
        data.entry().variant(),
        data.fingerprint(),
        new SplitSizes(data.train().size(), data.validation().size(), data.hidden().size()),
        data.entry().origin().standsInFor(),
        data.notes().stream().map(SentenceLine::of).toList());
  }

  public static ModelSummary model(InspectedModel inspected) {
    BuiltModel built = inspected.built();
    return model(built.manifest(), built.flops(), inspected.builtInBytes());
  }

  /** The summary of a model that is as its manifest says. */
  public static ModelSummary model(Manifest manifest, long flops, long builtInBytes) {
    return new ModelSummary(
        manifest.parameters(),
        manifest.trainableParameters(),
        flops,
        builtInBytes,
        manifest.layers().stream().map(ReportMapper::layer).toList());
  }

  /** A size that is not known, as the batch's, is -1. */
  private static LayerLine layer(LayerSummary layer) {
    List<Long> shape =
        Stream.concat(Stream.of(-1), layer.output().shape().stream())
            .map(Integer::longValue)
            .toList();
    return new LayerLine(layer.name(), layer.type(), shape, layer.parameters());
  }

  private static @Nullable Training training(TrainingOutcome outcome) {
    if (!outcome.hasBegun()) {
      return null;
    }
    List<EpochLine> history = history(outcome.trainings());
    String reason = Objects.requireNonNullElse(outcome.stopReason(), INTERRUPTED);
    return new Training(
        history.size(),
        outcome.bestEpoch(),
        reason.toLowerCase(Locale.ROOT),
        history.stream().mapToDouble(EpochLine::seconds).sum(),
        history);
  }

  public static List<EpochLine> history(List<TrainingHistory> trainings) {
    return trainings.stream()
        .flatMap(run -> run.epochs().stream().map(epoch -> epoch(run.part(), epoch)))
        .toList();
  }

  private static EpochLine epoch(@Nullable Part part, EpochResult epoch) {
    return new EpochLine(
        part == null ? null : part.member(),
        part == null || part.makesMember() ? null : part.fold(),
        epoch.epoch(),
        epoch.seconds(),
        epoch.values(),
        epoch.learningRate());
  }
}
