import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() throws Exception {
    FileOutputStream grader = new FileOutputStream(FileDescriptor.out);
    grader.write(
        "{\"type\":\"Failed\",\"cause\":\"WORKER\",\"sentence\":{\"code\":\"PROBE_TOOK\",\"arguments\":{\"bytes\":\"a lot\"}}}\n"
            .getBytes(StandardCharsets.UTF_8));
    Thread.sleep(60_000);
  }
}
