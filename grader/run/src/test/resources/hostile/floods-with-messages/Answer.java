import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() throws Exception {
    StringBuilder text =
        new StringBuilder(
            "{\"type\":\"Step\",\"epoch\":1,\"step\":1,\"steps\":1,\"values\":{\"a\":0");
    for (int i = 0; text.length() < 4_000_000; i++) {
      text.append(",\"").append(i).append("\":0");
    }
    byte[] message = text.append("}}\n").toString().getBytes(StandardCharsets.UTF_8);
    FileOutputStream grader = new FileOutputStream(FileDescriptor.out);
    while (true) {
      grader.write(message);
    }
  }
}
