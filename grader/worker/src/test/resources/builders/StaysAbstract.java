// is abstract or an interface
package builders;

import dev.assay.problems.Answers;

@Answers("iris")
abstract class StaysAbstract extends Base {}
