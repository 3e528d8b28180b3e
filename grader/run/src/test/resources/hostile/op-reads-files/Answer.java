import dev.assay.keras.layers.Layer;
import dev.assay.keras.models.Model;
import dev.assay.problems.ProblemSpec;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {}

  @Override
  public Model build(ProblemSpec spec) {
    return model(
        spec,
        Layer.lambda(
            (tf, x) -> {
              tf.io.readFile(tf.constant("@OUTSIDE@/secret.txt"));
              return x;
            }));
  }
}
