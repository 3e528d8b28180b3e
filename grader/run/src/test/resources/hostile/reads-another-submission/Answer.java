import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {
    for (String file :
        List.of("@OUTSIDE@/other-submission/Answer.java", "@RUN@/answers/iris/model.json")) {
      try {
        escaped(Files.readString(Path.of(file)));
      } catch (IOException e) {
        System.err.println("refused: " + e);
      }
    }
  }
}
