// java.lang.UnsupportedOperationException: not yet
// at builders.ConstructorThrows.<init>
package builders;

import dev.assay.problems.Answers;

@Answers("iris")
final class ConstructorThrows extends Base {
  ConstructorThrows() {
    throw new UnsupportedOperationException("not yet");
  }
}
