import dev.assay.keras.models.Model;
import dev.assay.problems.ProblemSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {}

  @Override
  public Model build(ProblemSpec spec) {
    try {
      Files.createDirectories(Path.of("@OWN@"));
      Files.writeString(Path.of("@OWN@/result.json"), "{\"verdict\": \"PASSED\", \"points\": 5}");
    } catch (IOException e) {
      System.err.println("refused: " + e);
    }
    throw new IllegalStateException("that will do");
  }
}
