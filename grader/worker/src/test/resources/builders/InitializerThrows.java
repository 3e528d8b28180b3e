// BUILD_ERROR
// Caused by: java.lang.ArithmeticException: / by zero
package answers.checked;

import answers.Base;
import dev.assay.problems.Answers;

@Answers("iris")
final class InitializerThrows extends Base {
  static final int ZERO = 0;
  static final int NEVER = 1 / ZERO;
}
