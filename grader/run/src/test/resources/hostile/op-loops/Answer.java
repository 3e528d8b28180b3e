import dev.assay.keras.layers.Layer;
import dev.assay.keras.models.Model;
import dev.assay.problems.ProblemSpec;
import java.util.List;
import java.util.function.BiFunction;
import org.tensorflow.ConcreteFunction;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

@dev.assay.problems.Answers("iris")
class Answer extends Attack {
  @Override
  void attack() {}

  @Override
  public Model build(ProblemSpec spec) {
    ConcreteFunction always = function("always", (tf, x) -> tf.constant(true));
    ConcreteFunction body = function("body", (tf, x) -> tf.math.neg(x));
    return model(
        spec,
        Layer.lambda((tf, x) -> first(tf.whileOp(List.of(x), always, body).iterator().next())));
  }

  @SuppressWarnings("unchecked")
  private static Operand<TFloat32> first(Operand<?> output) {
    return (Operand<TFloat32>) output;
  }

  private static ConcreteFunction function(
      String name, BiFunction<Ops, Operand<TFloat32>, Operand<?>> body) {
    Graph graph = new Graph();
    Ops tf = Ops.create(graph);
    Placeholder<TFloat32> x =
        tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE, 4)));
    return ConcreteFunction.create(
        Signature.builder(name).input("x", x).output("y", body.apply(tf, x)).build(), graph);
  }
}
