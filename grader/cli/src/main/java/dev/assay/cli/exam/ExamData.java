package dev.assay.cli.exam;

import dev.assay.batch.Assignments;
import dev.assay.batch.HiddenPart;
import dev.assay.batch.RequiredData;
import dev.assay.batch.Selection;
import dev.assay.batch.scoring.HiddenSet;
import dev.assay.cli.problems.ProblemChoice;
import dev.assay.cli.sealing.KeySource;
import dev.assay.datasets.DataStore;
import dev.assay.datasets.files.DataException;
import dev.assay.exam.blueprint.Blueprint;
import dev.assay.exam.blueprint.DataPlan;
import dev.assay.exam.blueprint.HiddenKind;
import dev.assay.findings.Catalogue;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.findings.TerminalCode;
import dev.assay.problems.Problem;
import dev.assay.run.grading.Assignment;
import dev.assay.run.sealed.SealedSet;
import dev.assay.run.sealed.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * The data that a problem of an exam is graded on.
 *
 * @param selection the problem with its data
 * @param part the hidden examples
 * @param sealed the set that they are from; null where they are not sealed
 */
record ExamData(Selection selection, HiddenPart part, @Nullable HiddenSet sealed) {
  /** The problem with its data. */
  Assignment assignment() {
    return selection.assignment(selection.problems().get(0));
  }

  /** Finds the data of problems. */
  record Finder(CommandLine command, Exams exams, DataStore store, Catalogue texts) {
    /**
     * The data of a problem.
     *
     * @param variant of the data, or {@link Assignments#AUTO}
     * @param base the folder of the blueprint's files
     */
    ExamData of(Blueprint blueprint, String problem, String variant, Path base)
        throws IOException, DataException {
      ProblemChoice choice = new ProblemChoice(command, exams.problems());
      DataPlan plan = blueprint.data();
      SealedSet set = plan.hidden() == HiddenKind.SEALED ? open(plan, problem, base) : null;
      String used = set == null ? variant : set.subject().variant();
      Assignments assignments = choice.assignments(store, used);
      List<Problem> chosen = choice.choose(assignments, List.of(problem));
      Selection selection = new Selection(assignments, chosen, true);
      List<RequiredData.Missing> missing = new RequiredData(selection).missing(List.of());
      if (!missing.isEmpty()) {
        throw choice.lacking(missing);
      }
      boolean fresh =
          plan.hidden() == HiddenKind.FRESH
              && assignments.drawable().contains(selection.assignment(chosen.get(0)).entry().key());
      return new ExamData(
          selection,
          new HiddenPart(set, fresh),
          set == null ? null : new HiddenSet(problem, used, set));
    }

    private SealedSet open(DataPlan plan, String problem, Path base)
        throws IOException, DataException {
      DataPlan.SealedFile file =
          plan.sealed(problem)
              .orElseThrow(
                  () ->
                      new SentenceException(
                          Sentence.of(TerminalCode.EXAM_NOT_SEALED, "problem", problem)));
      KeySource key = new KeySource(base.resolve(file.keyFile()), null, null);
      SealedSet set = SealedSet.open(base.resolve(file.file()), key.secret(command, texts, false));
      Subject subject = set.subject();
      if (!subject.problem().equals(problem)) {
        throw new SentenceException(
            Sentence.of(
                TerminalCode.SEALED_FOR_OTHER_PROBLEM,
                "file",
                file.file(),
                "problem",
                subject.problem(),
                "asked",
                problem));
      }
      return set;
    }
  }
}
