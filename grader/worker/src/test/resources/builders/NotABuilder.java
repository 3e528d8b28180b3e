// BUILD_ERROR
// answers.checked.NotABuilder is marked @Answers but does not implement ModelBuilder
package answers.checked;

import dev.assay.problems.Answers;

@Answers("iris")
final class NotABuilder {}
