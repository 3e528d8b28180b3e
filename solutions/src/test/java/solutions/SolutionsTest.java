package solutions;

import dev.assay.junit.GradedAnswers;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Grades the answers in each folder beside this module's pom on the embedded data. */
class SolutionsTest {
  @TestFactory
  Stream<DynamicNode> answers() {
    return GradedAnswers.ofFoldersIn(Path.of("")).data("embedded").tests();
  }
}
