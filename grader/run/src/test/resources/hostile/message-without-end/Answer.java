import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() throws Exception {
    FileOutputStream grader = new FileOutputStream(FileDescriptor.out);
    byte[] bytes = "x".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
    while (true) {
      grader.write(bytes);
    }
  }
}
