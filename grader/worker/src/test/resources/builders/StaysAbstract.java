// BUILD_ERROR
// is abstract or an interface
package answers.checked;

import answers.Base;
import dev.assay.problems.Answers;

@Answers("iris")
abstract class StaysAbstract extends Base {}
