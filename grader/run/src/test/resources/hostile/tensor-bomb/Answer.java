import dev.assay.keras.models.Model;
import dev.assay.problems.ProblemSpec;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {}

  @Override
  public Model build(ProblemSpec spec) {
    List<TFloat32> kept = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      kept.add(TFloat32.tensorOf(Shape.of(32 << 20)));
    }
    return model(spec);
  }
}
