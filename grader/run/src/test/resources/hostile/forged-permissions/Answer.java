import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

@dev.assay.problems.Answers("iris")
class Answer extends Forgery {
  @Override
  void spoil(Path graph, Path model) throws Exception {
    Files.setPosixFilePermissions(graph, Set.of());
    Files.setPosixFilePermissions(model, Set.of());
  }
}
