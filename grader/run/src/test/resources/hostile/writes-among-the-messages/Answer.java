import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() throws Exception {
    FileOutputStream grader = new FileOutputStream(FileDescriptor.out);
    grader.write("Hello, \u001b[31mworld\n".getBytes(StandardCharsets.UTF_8));
  }
}
