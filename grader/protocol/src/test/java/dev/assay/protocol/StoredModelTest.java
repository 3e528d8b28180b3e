package dev.assay.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.FunctionDefLibrary;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

class StoredModelTest {
  private static final BuiltModel BUILT = Samples.model();

  /** Field 1, of length and bytes: an operation. */
  private static final byte NODE_TAG = 1 << 3 | 2;

  @TempDir Path folder;
  private StoredModel stored;

  @BeforeEach
  void write() throws IOException {
    stored = new StoredModel(folder.resolve("model.pb"), folder.resolve("model.json"));
    stored.write(graph(), BUILT);
  }

  private static GraphDef graph() {
    return GraphDef.newBuilder()
        .addNode(node("serving/input", "Placeholder"))
        .addNode(node("serving/softmax", "Softmax", "serving/input"))
        .addNode(node("serving/named", "Identity", "serving/softmax:0"))
        .addNode(node("serving/output", "Identity", "serving/named"))
        .setLibrary(FunctionDefLibrary.newBuilder().addFunction(FunctionDef.getDefaultInstance()))
        .build();
  }

  private static NodeDef node(String name, String op, String... inputs) {
    return NodeDef.newBuilder().setName(name).setOp(op).addAllInput(Arrays.asList(inputs)).build();
  }

  @Test
  void whatWasWrittenIsRead() throws IOException {
    assertThat(stored.built()).isEqualTo(BUILT);
    assertThat(stored.graphDef()).isEqualTo(graph());
    assertThat(stored.modelGraph().manifest()).isEqualTo(BUILT.manifest());
  }

  @Test
  void missingFilesAreNamed() throws IOException {
    Files.delete(stored.graph());
    Files.delete(stored.model());
    assertThatIOException().isThrownBy(stored::built).withMessage("model.json was not written");
    assertThatIOException().isThrownBy(stored::graphDef).withMessage("model.pb was not written");
  }

  @Test
  void aManifestThatIsCutOffIsRefused() throws IOException {
    String json = Files.readString(stored.model());
    Files.writeString(stored.model(), json.substring(0, json.length() / 2));
    assertThatIOException()
        .isThrownBy(stored::built)
        .withMessageStartingWith("model.json: not a valid BuiltModel: ");
  }

  @Test
  void aManifestThatIsNotTextIsRefused() throws IOException {
    Files.write(stored.model(), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThatIOException().isThrownBy(stored::built).withMessageContaining("model.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[4,-3]", "[0]", "[2147483647,2147483647,2147483647]"})
  void aWeightOfAnImpossibleShapeIsRefused(String shape) throws IOException {
    String json = Files.readString(stored.model());
    Files.writeString(stored.model(), json.replace("\"shape\":[4,3]", "\"shape\":" + shape));
    assertThatIOException()
        .isThrownBy(stored::built)
        .withMessageContaining("model.json: weight dense/kernel has the impossible shape");
  }

  static Stream<Arguments> impossibleLayers() {
    String impossible = "is an impossible one: its name and kind have at most 200 characters";
    String blank = "LayerSummary: name and type must not be blank, parameters at least 0";
    return Stream.of(
        Arguments.of(row("dense", "Dense", "S", "-1"), blank),
        Arguments.of(row("dense", "Dense", "S", "9223372036854775807"), impossible),
        Arguments.of(row("dense", " ", "S", "15"), blank),
        Arguments.of(row("", "Dense", "S", "15"), blank),
        Arguments.of(row("x".repeat(201), "Dense", "S", "15"), impossible),
        Arguments.of(
            row("dense", "Dense", "{\"type\":\"FLOAT32\",\"shape\":[-2]}", "15"),
            "TensorSpec: sizes must be at least 0"));
  }

  private static String row(String name, String type, String output, String parameters) {
    return "\"layers\":[{\"name\":\"%s\",\"type\":\"%s\",\"output\":%s,\"parameters\":%s}]"
        .formatted(
            name, type, output.replace("S", Json.write(BUILT.manifest().output())), parameters);
  }

  @ParameterizedTest
  @MethodSource("impossibleLayers")
  void aLayerThatNoTableCanShowIsRefused(String bad, String message) throws IOException {
    String json = Files.readString(stored.model());
    String good = row("dense", "Dense", "S", "15");
    assertThat(json).contains(good);
    Files.writeString(stored.model(), json.replace(good, bad));
    assertThatIOException().isThrownBy(stored::built).withMessageContaining(message);
  }

  /** Keys of a history are made of the names, and the outputs are looked for one by one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[{\"name\":\"\\u001b[2J\",\"spec\":S,\"target\":null}]",
        "[{\"name\":\"val\",\"spec\":S,\"target\":null}]",
        "[{\"name\":\"a\",\"spec\":S,\"target\":null},{\"name\":\"a\",\"spec\":S,\"target\":null}]",
        "[{\"name\":\"a\",\"spec\":S,\"target\":null},{\"name\":\"b\",\"spec\":S,\"target\":null}]",
        "[{\"name\":\"a\",\"spec\":S,\"target\":S}]"
      })
  void outputsThatAreNoneOrWronglyNamedAreRefused(String outputs) throws IOException {
    String json = Files.readString(stored.model());
    String spec = Json.write(BUILT.manifest().output());
    String broken =
        json.replaceFirst(
            "\"outputs\":\\[[^]]*\\][^]]*\\]",
            Matcher.quoteReplacement("\"outputs\":" + outputs.replace("S", spec)));
    assertThat(broken).isNotEqualTo(json);
    Files.writeString(stored.model(), broken);
    assertThatIOException()
        .isThrownBy(stored::built)
        .withMessageStartingWith("model.json: not a valid BuiltModel: ");
  }

  @Test
  void aGraphThatIsCutOffIsRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(stored.graph());
    Files.write(stored.graph(), Arrays.copyOf(bytes, bytes.length - 3));
    assertThatIOException().isThrownBy(stored::graphDef).withMessageContaining("model.pb");
  }

  @Test
  void aGraphThatIsSomethingElseIsRefused() throws IOException {
    Files.writeString(stored.graph(), "this is no protocol buffer");
    assertThatIOException().isThrownBy(stored::graphDef).withMessageContaining("model.pb");
  }

  @Test
  void aMillionOperationsAreCountedBeforeTheyAreParsed() throws IOException {
    byte[] empty = {NODE_TAG, 0};
    ByteBuffer bytes = ByteBuffer.allocate(2_000_000);
    while (bytes.hasRemaining()) {
      bytes.put(empty);
    }
    Files.write(stored.graph(), bytes.array());
    assertThatIOException()
        .isThrownBy(stored::graphDef)
        .withMessage("model.pb has 1,000,000 operations; at most 50,000 are allowed");
    Files.write(stored.graph(), Arrays.copyOf(bytes.array(), 100_000));
    assertThat(stored.graphDef().getNodeCount()).isEqualTo(50_000);
  }

  @Test
  void symbolicLinksAreNotFollowed() throws IOException {
    StoredModel links = new StoredModel(folder.resolve("a.pb"), folder.resolve("a.json"));
    Files.createSymbolicLink(links.graph(), stored.graph());
    Files.createSymbolicLink(links.model(), stored.model());
    assertThatIOException().isThrownBy(links::built).withMessage("a.json was not written");
    assertThatIOException().isThrownBy(links::graphDef).withMessage("a.pb was not written");
  }

  @Test
  void filesThatAreTooLargeAreNotRead() throws IOException {
    extend(stored.graph(), 16L << 20);
    extend(stored.model(), Json.MAX_BYTES);
    assertThatIOException()
        .isThrownBy(stored::graphDef)
        .withMessage("model.pb has 16777217 bytes; at most 16777216 are allowed");
    assertThatIOException()
        .isThrownBy(stored::built)
        .withMessage("model.json has 4194305 bytes; at most 4194304 are allowed");
  }

  /** One byte behind a hole, so that it takes no room. */
  private static void extend(Path file, long size) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[1]), size);
    }
  }
}
