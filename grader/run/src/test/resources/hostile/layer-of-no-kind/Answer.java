import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerContext;
import dev.assay.keras.models.Model;
import dev.assay.problems.ProblemSpec;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {}

  @Override
  public Model build(ProblemSpec spec) {
    return model(spec, new Kindless());
  }

  private static final class Kindless implements Layer {
    @Override
    public String type() {
      return " ";
    }

    @Override
    public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
      return input;
    }
  }
}
