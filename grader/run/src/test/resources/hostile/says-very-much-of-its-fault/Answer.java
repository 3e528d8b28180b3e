import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() throws Exception {
    String message =
        "{\"type\":\"Failed\",\"cause\":\"CANDIDATE\","
            + "\"sentence\":{\"code\":\"OTHER_FAILURE\",\"arguments\":{\"reason\":\"%s\"}}}\n";
    FileOutputStream grader = new FileOutputStream(FileDescriptor.out);
    grader.write(message.formatted("x".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8));
    Thread.sleep(60_000);
  }
}
