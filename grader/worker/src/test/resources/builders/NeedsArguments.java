// needs a constructor without arguments
package builders;

import dev.assay.problems.Answers;

@Answers("iris")
final class NeedsArguments extends Base {
  NeedsArguments(int units) {}
}
