// TIME_LIMIT
// took longer than the 1 s allowed
package answers.checked;

import answers.Base;
import dev.assay.problems.Answers;

@Answers("iris")
final class LoopsInConstructor extends Base {
  LoopsInConstructor() {
    while (true) {
      Thread.onSpinWait();
    }
  }
}
