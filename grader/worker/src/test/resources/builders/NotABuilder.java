// builders.NotABuilder is marked @Answers but does not implement ModelBuilder
package builders;

import dev.assay.problems.Answers;

@Answers("iris")
final class NotABuilder {}
