import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() throws Exception {
    Path result = Path.of("@RUN@/answers/iris/result.json");
    FileChannel.open(result, StandardOpenOption.WRITE).close();
    escaped("opened " + result);
  }
}
