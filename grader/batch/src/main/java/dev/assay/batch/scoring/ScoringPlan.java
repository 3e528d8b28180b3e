package dev.assay.batch.scoring;

import dev.assay.batch.BatchFolder;
import dev.assay.batch.SetRules;
import dev.assay.batch.results.ClassFiles;
import dev.assay.batch.results.OldFiles;
import dev.assay.batch.results.RunReading;
import dev.assay.commons.files.WholeFile;
import dev.assay.datasets.DataStore;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.problems.Problem;
import dev.assay.problems.ProblemVariant;
import dev.assay.problems.Problems;
import dev.assay.report.GradeReport;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.building.ClassGrades;
import dev.assay.report.gradebook.building.ClassRecords;
import dev.assay.report.gradebook.building.GradebookBuilder;
import dev.assay.report.gradebook.building.HandedInWork;
import dev.assay.report.gradebook.changes.ScoringEntry;
import dev.assay.report.gradebook.changes.ScoringLog;
import dev.assay.report.gradebook.policy.ClassSettings;
import dev.assay.report.json.JsonReports;
import dev.assay.run.grading.Assignment;
import dev.assay.run.grading.GradingFiles;
import dev.assay.run.rescoring.Rescorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What scoring a run again comes to. Nothing is written yet.
 *
 * @param changes the results that change
 * @param notes a sentence for each result that could not be scored again and stays
 * @param before the grades as they are
 * @param after the grades as they will be
 */
public record ScoringPlan(
    List<ScoreChange> changes, List<Sentence> notes, Gradebook before, ClassGrades after) {
  public ScoringPlan {
    changes = List.copyOf(changes);
    notes = List.copyOf(notes);
  }

  /**
   * Scores the kept predictions of a run.
   *
   * @param problems all there are, with their own thresholds and bands
   * @param store finds the hidden labels
   * @param settings the thresholds, bands and weights; of what they do not set the problem's own
   *     count
   * @param hidden a corrected hidden set, of whose problem alone the answers are scored then; null
   *     for the set that the run was scored on
   * @throws IOException if the run cannot be read, or the settings do not fit a problem
   */
  public static ScoringPlan make(
      Problems problems,
      DataStore store,
      BatchFolder run,
      ClassSettings settings,
      @Nullable HiddenSet hidden)
      throws IOException {
    RunReading reading = new RunReading(run.path());
    ScoringData data = new ScoringData(problems, store, run, hidden);
    List<ScoreChange> changes = new ArrayList<>();
    List<Sentence> notes = new ArrayList<>();
    List<HandedInWork> work = new ArrayList<>();
    for (HandedInWork each : reading.results().work()) {
      List<GradeReport> reports = new ArrayList<>();
      for (GradeReport old : each.reports()) {
        Optional<GradeReport> scored = Optional.empty();
        Optional<ProblemVariant> variant = variant(problems, old, hidden);
        if (variant.isPresent()) {
          Problem problem = problems.find(old.problem()).orElseThrow();
          ProblemVariant set = SetRules.apply(settings, problem, variant.get());
          try {
            scored = scored(old, new Assignment(problem, set), run, data);
          } catch (SentenceException e) {
            notes.addAll(e.sentences());
          }
        }
        scored.ifPresent(now -> changes.add(ScoreChange.of(old, now)));
        reports.add(scored.map(GradeReport::outline).orElse(old));
      }
      work.add(
          new HandedInWork(
              each.submission(), each.entries(), each.handedIn(), reports, each.waiting()));
    }
    ClassRecords now = reading.records();
    return new ScoringPlan(
        changes,
        notes,
        GradebookBuilder.build(now).gradebook(),
        GradebookBuilder.build(
            new ClassRecords(
                now.title(), work, now.roster(), settings, now.overrides(), now.pseudonyms())));
  }

  /**
   * Replaces the results, after the log has what changes; the earlier ones stay as {@code
   * result.1.json} and so on. Interrupted anywhere, it can be planned and applied again.
   *
   * @param by who
   * @param reason why
   * @param settings the file with new settings, which the run's folder gets; null where they are
   *     the run's own
   * @param hidden names the corrected hidden set; null where there is none
   * @throws IOException if a file cannot be written
   */
  public void apply(
      BatchFolder run, String by, String reason, @Nullable Path settings, @Nullable String hidden)
      throws IOException {
    ClassFiles files = new ClassFiles(run.path());
    String earlier = settings == null ? null : files.earlierSettings(settings);
    if (changes.isEmpty() && earlier == null) {
      return;
    }
    List<ScoringEntry.Change> logged = new ArrayList<>();
    List<Path> kept = new ArrayList<>();
    for (ScoreChange change : changes) {
      Path old =
          OldFiles.free(Objects.requireNonNull(result(run, change).getParent()), "result", ".json");
      kept.add(old);
      logged.add(
          new ScoringEntry.Change(
              change.before(), change.after(), String.valueOf(old.getFileName())));
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    ScoringLog.append(
        files.scoringsFile(), new ScoringEntry(now, by, reason, earlier, hidden, logged));
    if (settings != null) {
      files.keepSettings(settings);
    }
    for (int i = 0; i < changes.size(); i++) {
      Path result = result(run, changes.get(i));
      WholeFile.write(kept.get(i), Files.readAllBytes(result));
      JsonReports.write(changes.get(i).of(JsonReports.read(result)), result);
    }
  }

  private static Path result(BatchFolder run, ScoreChange change) {
    GradeReport report = change.before();
    return new GradingFiles(run.answer(report.submission().id(), report.problem())).result();
  }

  /** The variant that a result was reached on; empty where it is not to be scored. */
  private static Optional<ProblemVariant> variant(
      Problems problems, GradeReport report, @Nullable HiddenSet hidden) {
    String name = report.circumstances().provenance().options().getOrDefault("data", "");
    boolean wanted =
        Rescorer.isScored(report)
            && (hidden == null
                || (hidden.problem().equals(report.problem()) && hidden.variant().equals(name)));
    return problems
        .find(report.problem())
        .filter(problem -> wanted)
        .flatMap(
            problem ->
                problem.variants().stream()
                    .filter(variant -> variant.name().equals(name))
                    .findFirst());
  }

  /** The result that an answer has now; empty where that is the one it has. */
  private static Optional<GradeReport> scored(
      GradeReport outline, Assignment assignment, BatchFolder run, ScoringData data)
      throws SentenceException {
    GradeReport old = run.whole(outline);
    GradingFiles files = new GradingFiles(run.answer(old.submission().id(), old.problem()));
    GradeReport scored =
        Rescorer.rescore(old, files, assignment, data.of(old, assignment.variant(), files));
    boolean same = scored.equals(old) || JsonReports.toJson(scored).equals(JsonReports.toJson(old));
    return same ? Optional.empty() : Optional.of(scored);
  }
}
