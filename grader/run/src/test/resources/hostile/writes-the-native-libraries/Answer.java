import java.nio.file.Files;
import java.nio.file.Path;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() throws Exception {
    for (String folder : new String[] {"@NATIVES@", System.getProperty("java.library.path")}) {
      try {
        Path file = Files.createFile(Path.of(folder, "hostile-library.so"));
        Files.delete(file);
        escaped("wrote " + file);
      } catch (java.io.IOException e) {
        System.err.println("refused: " + e);
      }
    }
  }
}
