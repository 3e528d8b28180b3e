import dev.assay.keras.layers.Layer;
import dev.assay.keras.models.Model;
import dev.assay.problems.ProblemSpec;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {
    Thread builder = Thread.currentThread();
    Thread thread =
        new Thread(
            () -> {
              while (builder.isAlive()) {
                stop(builder);
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @SuppressWarnings("removal")
  private static void stop(Thread thread) {
    thread.stop();
  }

  @Override
  public Model build(ProblemSpec spec) {
    attack();
    return model(spec, Layer.lambda((tf, x) -> tf.math.neg(x)));
  }
}
