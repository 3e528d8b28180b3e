package dev.assay.keras.training;

import dev.assay.keras.models.Trace;
import dev.assay.keras.models.WeightSpec;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.optimizers.Parameter;
import dev.assay.keras.optimizers.Slots;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/** One step of training: forward, backward, update. */
final class TrainStep {
  private final ModelSession model;
  private final Output<?> input;
  private final Objective objective;
  private final Op update;

  TrainStep(ModelSession model, Targets targets) {
    this.model = model;
    Trace training = model.manifest().training();
    input = model.input(training);
    objective = Objective.add(model, training, targets);
    SlotVariables slots = new SlotVariables(model.tf(), model.manifest().compilation().optimizer());
    List<Op> updates = new ArrayList<>(weightUpdates(training));
    updates.addAll(model.manifest().compilation().optimizer().apply(slots, parameters(training)));
    update = model.tf().withControlDependencies(updates).noOp();
    slots.initialize(model);
  }

  private List<Op> weightUpdates(Trace training) {
    List<Op> updates = new ArrayList<>();
    for (Trace.Update change : training.updates()) {
      updates.add(
          model
              .tf()
              .assignVariableOp(
                  model.handle(change.weight()), model.<TFloat32>tensor(change.tensor())));
    }
    return updates;
  }

  private List<Parameter> parameters(Trace training) {
    List<WeightSpec> trainable =
        model.manifest().weights().stream().filter(WeightSpec::trainable).toList();
    Output<?>[] reads =
        trainable.stream()
            .map(weight -> model.tensor(training.read(weight)))
            .toArray(Output<?>[]::new);
    Output<?>[] gradients =
        reads.length == 0 ? reads : model.graph().addGradients(objective.loss().asOutput(), reads);
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < reads.length; i++) {
      WeightSpec weight = trainable.get(i);
      // As in Keras, a weight that the loss does not depend on stays as it is.
      if (gradients[i] != null) {
        parameters.add(
            new Parameter(
                weight.name(),
                model.handle(weight.name()),
                ModelSession.shape(weight),
                gradients[i].expect(TFloat32.class)));
      }
    }
    return parameters;
  }

  /**
   * Runs the step on a batch.
   *
   * @param sums takes the batch's sums, computed with the weights before the update
   */
  void run(Tensor features, Tensor labels, float[] sums) {
    try (Result result =
        model
            .runner()
            .feed(input, features)
            .feed(objective.labels(), labels)
            .fetch(objective.sums())
            .addTarget(update)
            .run()) {
      Floats.read(result.get(0), sums);
    }
  }

  /** The optimizer's variables and how they begin. */
  private static final class SlotVariables implements Slots {
    private final Ops tf;
    private final Operand<TFloat32> learningRate;
    private final List<Op> initializers = new ArrayList<>();

    SlotVariables(Ops tf, Optimizer optimizer) {
      this.tf = tf;
      learningRate = tf.constant(optimizer.learningRate());
    }

    @Override
    public Ops tf() {
      return tf;
    }

    @Override
    public Operand<TFloat32> learningRate() {
      return learningRate;
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
