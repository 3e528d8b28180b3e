package dev.assay.run.record;

import dev.assay.findings.Finding;
import dev.assay.findings.Sentence;
import dev.assay.findings.VerdictCode;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.Part;
import dev.assay.protocol.Message;
import dev.assay.run.jobs.JobRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The epochs of one training, as far as it came.
 *
 * @param part the member or fold of an ensemble that was trained; null for a single model
 */
public record TrainingHistory(@Nullable Part part, List<EpochResult> epochs) {
  public TrainingHistory {
    epochs = List.copyOf(epochs);
  }

  /** Tells whether its best weights are predicted with. */
  public boolean isKept() {
    return part == null || part.makesMember();
  }

  /** The epoch whose weights were kept, if any were. */
  public Optional<EpochResult> best() {
    return epochs.stream().filter(EpochResult::best).reduce((earlier, later) -> later);
  }

  /**
   * A sentence about this training, which names the part of an ensemble that it is.
   *
   * @param pairs names and values of its other arguments in turn
   */
  public Sentence sentence(VerdictCode code, Object... pairs) {
    List<Object> all = new ArrayList<>(List.of(pairs));
    if (part != null) {
      all.addAll(List.of("part", part.makesMember() ? "MEMBER" : "FOLD"));
      all.addAll(List.of("member", part.member(), "members", part.members()));
      all.addAll(List.of("fold", part.fold(), "folds", part.folds()));
    }
    return Sentence.of(code, all.toArray());
  }

  /** Collects the epochs of a training while it runs. */
  public static final class Recorder implements JobRunner.Listener {
    private final List<TrainingHistory> ended = new ArrayList<>();
    private final List<EpochResult> epochs = new ArrayList<>();
    private @Nullable Part part;

    @Override
    public void heard(Message message) {
      if (message instanceof Message.Training training) {
        endPart();
        part = training.part();
      } else if (message instanceof Message.Epoch epoch) {
        epochs.add(epoch.result());
      }
    }

    @Override
    public void beginsAgain(Finding finding) {
      ended.clear();
      epochs.clear();
      part = null;
    }

    private void endPart() {
      if (part != null || !epochs.isEmpty()) {
        ended.add(new TrainingHistory(part, epochs));
      }
      epochs.clear();
    }

    /** The trainings so far; the last one may not have ended. */
    public List<TrainingHistory> trainings() {
      List<TrainingHistory> all = new ArrayList<>(ended);
      if (part != null || !epochs.isEmpty()) {
        all.add(new TrainingHistory(part, epochs));
      }
      return all;
    }
  }
}
