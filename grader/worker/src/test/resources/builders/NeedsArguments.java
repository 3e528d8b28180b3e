// BUILD_ERROR
// needs a constructor without arguments
package answers.checked;

import answers.Base;
import dev.assay.problems.Answers;

@Answers("iris")
final class NeedsArguments extends Base {
  NeedsArguments(int units) {}
}
