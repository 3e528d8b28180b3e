package dev.assay.run.record;

import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.Part;
import dev.assay.protocol.Message;
import dev.assay.report.Finding;
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

  /** A suffix for an epoch's number, " of member 2/5", or an empty text. */
  public String ofPart() {
    return part == null ? "" : " of " + part.show();
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
