package dev.assay.cli.exam;

import dev.assay.batch.BatchListener;
import dev.assay.cli.terminal.Screen;
import dev.assay.exam.sitting.Attempt;
import dev.assay.findings.Catalogue;
import dev.assay.findings.TerminalCode;
import dev.assay.keras.training.EpochResult;
import dev.assay.run.grading.AcceptedModel;
import dev.assay.run.grading.Assignment;
import dev.assay.run.grading.GradingListener;
import dev.assay.run.submissions.Submission;

/** Shows how far the grading of an attempt has come, and no score. */
final class ExamProgress implements BatchListener, GradingListener {
  private final Screen screen;
  private final Catalogue texts;
  private final Attempt attempt;
  private int epochs = 1;

  ExamProgress(Screen screen, Catalogue texts, Attempt attempt) {
    this.screen = screen;
    this.texts = texts;
    this.attempt = attempt;
  }

  @Override
  public GradingListener gradings() {
    return this;
  }

  @Override
  public void compiling(String submission) {
    show("COMPILE", 0);
  }

  @Override
  public void started(Submission submission, Assignment assignment) {
    show("BUILD", 0);
  }

  @Override
  public void built(AcceptedModel model) {
    epochs = model.plan().epochs();
    show("TRAIN", 1);
  }

  @Override
  public void epoch(EpochResult result) {
    if (result.epoch() < epochs) {
      show("TRAIN", result.epoch() + 1);
    } else {
      show("SCORE", 0);
    }
  }

  private void show(String stage, int epoch) {
    screen.live(
        texts.say(
            TerminalCode.EXAM_PROGRESS,
            "problem",
            attempt.problem(),
            "attempt",
            attempt.number(),
            "stage",
            stage,
            "epoch",
            epoch,
            "epochs",
            epochs));
  }
}
