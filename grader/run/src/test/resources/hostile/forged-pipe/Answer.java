import java.nio.file.Files;
import java.nio.file.Path;

@dev.assay.problems.Answers("iris")
class Answer extends Forgery {
  @Override
  void spoil(Path graph, Path model) throws Exception {
    Files.delete(graph);
    new ProcessBuilder("mkfifo", graph.toString()).start().waitFor();
  }
}
