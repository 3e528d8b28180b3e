// MEMORY_LIMIT
// it asked for more than the 2048 MiB that are allowed in all
package answers.checked;

import answers.Base;
import dev.assay.keras.models.Model;
import dev.assay.problems.Answers;
import dev.assay.problems.ProblemSpec;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** Native memory, which no heap bounds: never touched, so that no watchdog sees it either. */
@Answers("iris")
final class HoardsTensors extends Base {
  @Override
  public Model build(ProblemSpec spec) {
    List<TFloat32> hoard = new ArrayList<>();
    while (true) {
      hoard.add(TFloat32.tensorOf(Shape.of(25, 1 << 20)));
    }
  }
}
