import dev.assay.keras.models.Model;
import dev.assay.problems.ProblemSpec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {}

  @Override
  public Model build(ProblemSpec spec) {
    List<ByteBuffer> kept = new ArrayList<>();
    for (int i = 0; i < 4096; i++) {
      kept.add(ByteBuffer.allocateDirect(1 << 20));
    }
    return model(spec);
  }
}
