import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  private static final String READY =
      "{\"type\":\"Ready\",\"surroundings\":{\"namespaces\":{},\"status\":{},\"limits\":{},"
          + "\"reach\":{\"files\":[],\"writable\":[\"/\"],\"interfaces\":null,\"processes\":null,"
          + "\"terminal\":true,\"environment\":[]}}}\n";

  @Override
  void attack() throws Exception {
    new FileOutputStream(FileDescriptor.out).write(READY.getBytes(StandardCharsets.UTF_8));
  }
}
