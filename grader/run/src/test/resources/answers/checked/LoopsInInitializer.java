// TIME_LIMIT
// took longer than the 1 s allowed
package answers.checked;

import answers.Base;
import dev.assay.problems.Answers;

@Answers("iris")
final class LoopsInInitializer extends Base {
  static final int ANSWER = search();

  private static int search() {
    int i = 0;
    while (i < 42 || i > 41) {
      i++;
    }
    return i;
  }
}
