import dev.assay.keras.layers.Layer;
import dev.assay.keras.models.Model;
import dev.assay.problems.ProblemSpec;
import org.tensorflow.types.TFloat32;

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
              tf.immutableConst(
                  TFloat32.class, org.tensorflow.ndarray.Shape.of(1), "@OUTSIDE@/secret.txt");
              return x;
            }));
  }
}
