import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

@dev.assay.problems.Answers("iris")
class Answer extends Forgery {
  @Override
  void spoil(Path graph, Path model) throws Exception {
    ByteString inner = ByteString.EMPTY;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int depth = 0; depth < 2000; depth++) {
      bytes.reset();
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      out.writeBytes(2, inner);
      out.flush();
      inner = ByteString.copyFrom(bytes.toByteArray());
    }
    Files.write(graph, inner.toByteArray());
  }
}
