// builders.IsAnInterface is abstract or an interface: it cannot be instantiated.
package builders;

import dev.assay.problems.Answers;
import dev.assay.problems.ModelBuilder;

@Answers("iris")
interface IsAnInterface extends ModelBuilder {}
