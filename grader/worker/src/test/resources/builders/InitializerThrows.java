// Caused by: java.lang.ArithmeticException: / by zero
package builders;

import dev.assay.problems.Answers;

@Answers("iris")
final class InitializerThrows extends Base {
  static final int ZERO = 0;
  static final int NEVER = 1 / ZERO;
}
