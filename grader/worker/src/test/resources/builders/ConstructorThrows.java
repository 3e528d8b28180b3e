// BUILD_ERROR
// java.lang.UnsupportedOperationException: not yet
// at answers.checked.ConstructorThrows.<init>
package answers.checked;

import answers.Base;
import dev.assay.problems.Answers;

@Answers("iris")
final class ConstructorThrows extends Base {
  ConstructorThrows() {
    throw new UnsupportedOperationException("not yet");
  }
}
