import java.io.FileDescriptor;
import java.io.FileOutputStream;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() throws Exception {
    new FileOutputStream(FileDescriptor.out).close();
  }
}
