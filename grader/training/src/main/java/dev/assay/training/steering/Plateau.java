package dev.assay.training.steering;

import dev.assay.keras.callbacks.ReduceLROnPlateau;
import dev.assay.training.session.CurrentRate;
import java.util.Map;

/** Lowers the learning rate, as Keras's ReduceLROnPlateau does. */
final class Plateau {
  private final ReduceLROnPlateau settings;
  private final Monitor monitor;
  private final CurrentRate rate;
  private int waited;
  private int cooling;

  Plateau(ReduceLROnPlateau settings, CurrentRate rate) {
    this.settings = settings;
    this.rate = rate;
    monitor = new Monitor(settings.monitor(), settings.minDelta());
  }

  void epochEnds(Map<String, Double> values) {
    if (cooling > 0) {
      cooling--;
      waited = 0;
    }
    if (monitor.improves(values)) {
      waited = 0;
    } else if (cooling == 0) {
      waited++;
      if (waited >= settings.patience() && rate.current() > settings.minLr()) {
        rate.set(Math.max(rate.current() * settings.factor(), settings.minLr()));
        cooling = settings.cooldown();
        waited = 0;
      }
    }
  }
}
