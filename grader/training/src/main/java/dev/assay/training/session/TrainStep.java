package dev.assay.training.session;

import dev.assay.keras.models.manifest.Trace;
import dev.assay.keras.models.tracing.Gradients;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.optimizers.Parameter;
import dev.assay.keras.optimizers.Slots;
import dev.assay.training.graphs.NodeConsumers;
import dev.assay.training.graphs.StepGraph;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/** Adds one step of training to a model's graph: forward, backward, update. */
public final class TrainStep {
  private final ModelSession model;
  private final Objective objective;
  private final Operand<TFloat32> learningRate;
  private final List<StepGraph.Power> powers;
  private final Op update;

  public TrainStep(ModelSession model, Targets targets) {
    this.model = model;
    Trace training = model.manifest().training();
    objective = Objective.add(model, training, targets);
    SlotVariables slots = new SlotVariables(model.tf());
    learningRate = slots.learningRate();
    List<Op> updates = new ArrayList<>(weightUpdates(training));
    updates.addAll(model.manifest().compilation().optimizer().step(slots, parameters(training)));
    update = model.tf().withControlDependencies(updates).noOp();
    slots.initialize(model);
    powers = slots.powers();
  }

  /** The step as data. */
  public StepGraph graph() {
    return StepGraph.cut(
        model.graph().toGraphDef(),
        new StepGraph.Ends(
            model.manifest().training().input(),
            name(objective.labels()),
            objective.weights() == null ? null : name(objective.weights()),
            name(learningRate),
            powers,
            objective.parts().stream().map(TrainStep::sum).toList(),
            update.op().name()));
  }

  private static StepGraph.Sum sum(Operand<TFloat32> part) {
    return new StepGraph.Sum(name(part), Math.toIntExact(part.shape().get(0)));
  }

  private static String name(Operand<?> value) {
    return value.asOutput().op().name();
  }

  /**
   * Runs after the step has read the weight, because the new value may not depend on the old one.
   */
  private List<Op> weightUpdates(Trace training) {
    List<Op> updates = new ArrayList<>();
    for (Trace.Update change : training.updates()) {
      Op read = op(training.read(model.spec(change.weight())));
      updates.add(
          model
              .tf()
              .withControlDependencies(List.of(read))
              .assignVariableOp(
                  model.handle(change.weight()), model.<TFloat32>tensor(change.tensor())));
    }
    return updates;
  }

  private List<Parameter> parameters(Trace training) {
    List<WeightSpec> trainable =
        model.manifest().weights().stream().filter(WeightSpec::trainable).toList();
    List<Output<?>> reads = new ArrayList<>();
    trainable.forEach(weight -> reads.add(model.tensor(training.read(weight))));
    var gradients = Gradients.of(model.graph(), objective.loss(), reads);
    NodeConsumers readers = new NodeConsumers(model.graph().toGraphDef());
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < trainable.size(); i++) {
      WeightSpec weight = trainable.get(i);
      // As in Keras, a weight that the loss does not depend on stays as it is.
      Output<?> read = reads.get(i);
      gradients
          .get(i)
          .map(
              gradient ->
                  new Parameter(
                      weight.name(),
                      model.handle(weight.name()),
                      ModelSession.shape(weight),
                      read.expect(TFloat32.class),
                      last(readers, gradient, read),
                      weight.constraint()))
          .ifPresent(parameters::add);
    }
    return parameters;
  }

  /**
   * The gradient, which waits for all that uses the weight: the step sees the weights as they were,
   * and the kernel that updates one need not copy it, as it does while anything still holds it.
   */
  private Operand<TFloat32> last(
      NodeConsumers readers, Operand<TFloat32> gradient, Output<?> read) {
    List<Op> others =
        readers.beside(name(gradient), read.op().name()).stream().map(this::op).toList();
    return others.isEmpty()
        ? gradient
        : model.tf().withControlDependencies(others).identity(gradient);
  }

  private Op op(String name) {
    GraphOperation operation = model.graph().operationOrThrow(name);
    return () -> operation;
  }

  /** The optimizer's variables and how they begin, and the numbers that it is fed. */
  private record SlotVariables(
      Ops tf, Operand<TFloat32> learningRate, List<StepGraph.Power> powers, List<Op> initializers)
      implements Slots {

    SlotVariables(Ops tf) {
      this(tf, scalar(tf), new ArrayList<>(), new ArrayList<>());
    }

    private static Operand<TFloat32> scalar(Ops tf) {
      return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    }

    @Override
    public Operand<TFloat32> power(float base) {
      Operand<TFloat32> value = scalar(tf);
      powers.add(new StepGraph.Power(name(value), base));
      return value;
    }

    @Override
    public Operand<? extends TType> variable(String name, Shape shape, float initial) {
      Operand<? extends TType> handle =
          tf.varHandleOp(TFloat32.class, shape, VarHandleOp.sharedName("optimizer/" + name));
      initializers.add(
          tf.assignVariableOp(handle, tf.fill(tf.constant(shape.asArray()), tf.constant(initial))));
      return handle;
    }

    void initialize(ModelSession model) {
      Session.Runner runner = model.runner();
      initializers.forEach(runner::addTarget);
      if (!initializers.isEmpty()) {
        runner.run().close();
      }
    }
  }
}
