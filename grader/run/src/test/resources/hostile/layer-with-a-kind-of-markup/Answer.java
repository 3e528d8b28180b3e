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
    return model(spec, new Marked());
  }

  private static final class Marked implements Layer {
    @Override
    public String type() {
      return "=cmd|<script>]]>\u0000\u001b[2J\u202e";
    }

    @Override
    public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
      return input;
    }
  }
}
