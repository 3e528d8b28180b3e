package dev.assay.protocol;

import dev.assay.keras.training.TrainingMode;
import dev.assay.problems.ProblemSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request to a child process: a line on its standard input.
 *
 * <p>Paths are absolute and cross the pipe as URIs, which keep a name's bytes whatever the locales
 * of the two processes are.
 */
public sealed interface Job {
  /** The paths of files as the child process sees them, which may differ from the grader's. */
  interface Places {
    /** A file or folder that the job only reads. */
    Path reads(Path path);

    /** A file that the job writes. */
    Path writes(Path path);

    /** A folder that the job writes files into. */
    Path writesInto(Path path);
  }

  /** Returns the job with its files' paths in the child process. */
  Job at(Places places);

  /**
   * Compiles a candidate's sources. The process is up for one more job then, a {@link Build}.
   *
   * @param folder holds the sources as {@link #file} names them
   * @param names what the candidate calls them, in the order of their numbers; for messages, and
   *     for the rule that a public class has its file's name
   * @param classPath what the sources may use
   * @param classes the jar for class files
   * @param graph the file for the graph of a build; null where another process builds
   * @param model the file for the model of a build; null where another process builds
   */
  record Compile(
      Path folder,
      List<String> names,
      List<Path> classPath,
      Path classes,
      @Nullable Path graph,
      @Nullable Path model)
      implements Job {
    @Override
    public Compile at(Places places) {
      return new Compile(
          places.reads(folder),
          names,
          classPath.stream().map(places::reads).toList(),
          places.writes(classes),
          graph == null ? null : places.writes(graph),
          model == null ? null : places.writes(model));
    }

    /** Our own name of a source, which is valid on every system. */
    public static String file(int number) {
      return number + ".java";
    }

    /** Runs the builder among what was compiled. */
    public Build build(String builder, ProblemSpec spec) {
      return new Build(
          classes, builder, spec, Objects.requireNonNull(graph), Objects.requireNonNull(model));
    }
  }

  /**
   * Runs a candidate's builder.
   *
   * @param classes the jar with its class files
   * @param builder the class's binary name
   * @param spec what it is told
   * @param graph the file for the GraphDef
   * @param model the file for the {@link BuiltModel}
   */
  record Build(Path classes, String builder, ProblemSpec spec, Path graph, Path model)
      implements Job {
    @Override
    public Build at(Places places) {
      return new Build(
          places.reads(classes), builder, spec, places.writes(graph), places.writes(model));
    }
  }

  /**
   * Stays up and does one job of ours after the other, with files that come into one folder and go
   * into another; it never runs a candidate's code.
   *
   * @param in the folder for the files that a job reads; the process only reads them
   * @param out the folder for the files that a job writes
   * @param shared files that every job reads
   * @param runsModels whether to load TensorFlow's native library while it waits
   */
  record Serve(Path in, Path out, List<Path> shared, boolean runsModels) implements Job {
    @Override
    public Serve at(Places places) {
      return new Serve(
          places.reads(in),
          places.writesInto(out),
          shared.stream().map(places::reads).toList(),
          runsModels);
    }
  }

  /**
   * Gets ready to run one builder, whose classes are not there yet.
   *
   * @param in the folder that the jar will come into; the process only reads it
   * @param graph the file for the GraphDef
   * @param model the file for the {@link BuiltModel}
   */
  record Await(Path in, Path graph, Path model) implements Job {
    @Override
    public Await at(Places places) {
      return new Await(places.reads(in), places.writes(graph), places.writes(model));
    }

    /** Runs a builder. */
    public Build build(String jar, String builder, ProblemSpec spec) {
      return new Build(in.resolve(jar), builder, spec, graph, model);
    }
  }

  /**
   * Trains a model.
   *
   * @param files graph and model, as the build left them
   * @param train the training set
   * @param validation the validation set
   * @param weights the files for the best weights and those before the first step
   * @param seed for initial weights and the order of examples
   * @param threads of TensorFlow's
   * @param mode what may be given up for speed
   */
  record Train(
      ModelFiles files,
      LabelledFiles train,
      LabelledFiles validation,
      Stages weights,
      long seed,
      int threads,
      TrainingMode mode)
      implements Job {
    @Override
    public Train at(Places places) {
      return new Train(
          files.at(places),
          train.at(places),
          validation.at(places),
          weights.written(places),
          seed,
          threads,
          mode);
    }
  }

  /**
   * Reloads a trained model, evaluates it on the validation set and predicts; then predicts again
   * with the weights that the optimizer updates as they were before training, and as they are when
   * drawn anew.
   *
   * @param files graph and model
   * @param weights the files that training wrote
   * @param weightsDigest the SHA-256 of the trained ones; a file of another is refused
   * @param validation the validation set
   * @param features the hidden features
   * @param predictions the .npy files for the outputs
   * @param validated the .npy file for those on the validation set; null where nobody asks
   * @param threads of TensorFlow's
   */
  record Predict(
      ModelFiles files,
      Stages weights,
      String weightsDigest,
      LabelledFiles validation,
      Path features,
      Stages predictions,
      @Nullable Path validated,
      int threads)
      implements Job {
    @Override
    public Predict at(Places places) {
      return new Predict(
          files.at(places),
          weights.read(places),
          weightsDigest,
          validation.at(places),
          places.reads(features),
          predictions.written(places),
          validated == null ? null : places.writes(validated),
          threads);
    }
  }

  /**
   * Reloads a trained model and predicts examples, of which nothing else is known.
   *
   * @param files graph and model
   * @param weights the file that training wrote
   * @param weightsDigest its SHA-256; a file of another is refused
   * @param features the .npy file of the examples
   * @param outputs the .npy file for the model's outputs, a row for each example
   * @param threads of TensorFlow's
   */
  record Outputs(
      ModelFiles files,
      Path weights,
      String weightsDigest,
      Path features,
      Path outputs,
      int threads)
      implements Job {
    @Override
    public Outputs at(Places places) {
      return new Outputs(
          files.at(places),
          places.reads(weights),
          weightsDigest,
          places.reads(features),
          places.writes(outputs),
          threads);
    }
  }

  /**
   * Measures what a model does on some examples, before training and with trained weights.
   *
   * @param files graph and model
   * @param train the training set
   * @param validation the validation set
   * @param weights the file that training wrote; null where the model is only looked at untrained
   * @param weightsDigest its SHA-256, of which a file of another is refused; null without weights
   * @param watched the values between layers to look at
   * @param rates learning rates to try for a few steps each
   * @param seed for initial weights
   * @param threads of TensorFlow's
   */
  record Measure(
      ModelFiles files,
      LabelledFiles train,
      LabelledFiles validation,
      @Nullable Path weights,
      @Nullable String weightsDigest,
      List<Watched> watched,
      List<Double> rates,
      long seed,
      int threads)
      implements Job {
    @Override
    public Measure at(Places places) {
      return new Measure(
          files.at(places),
          train.at(places),
          validation.at(places),
          weights == null ? null : places.reads(weights),
          weightsDigest,
          watched,
          rates,
          seed,
          threads);
    }
  }

  /**
   * A value between layers.
   *
   * @param tensor the operation in the graph for prediction whose first output it is
   * @param low values up to this count as stuck at the lower end
   * @param high values from this on count as stuck at the upper end
   */
  record Watched(String tensor, double low, double high) {}

  /**
   * Tries to break out of the process's sandbox, in ways that do no harm.
   *
   * @param secrets files and folders of the grader's
   * @param port of a listener on this machine's loopback address
   * @param grader the grader's process id
   * @param limits what the process may use
   * @param output a file that it may write
   */
  record Probe(List<Path> secrets, int port, long grader, ProbeLimits limits, Path output)
      implements Job {
    @Override
    public Probe at(Places places) {
      return new Probe(secrets, port, grader, limits, places.writes(output));
    }
  }

  /** The limits that a probe tries to exceed. */
  record ProbeLimits(long memoryBytes, long fileBytes, int threads) {}

  /**
   * Writes a trained model in another format.
   *
   * @param files graph and model
   * @param weights the file that training wrote
   * @param weightsDigest its SHA-256; a file of another is refused
   * @param labels the classes' names in the order of their numbers; none where there are no classes
   * @param format what to write
   * @param folder an empty one
   */
  record Export(
      ModelFiles files,
      Path weights,
      String weightsDigest,
      List<String> labels,
      Format format,
      Path folder)
      implements Job {
    @Override
    public Export at(Places places) {
      return new Export(
          files.at(places),
          places.reads(weights),
          weightsDigest,
          labels,
          format,
          places.writesInto(folder));
    }
  }

  /** The formats in which models can be exported. */
  enum Format {
    /** TensorFlow's SavedModel: the graph for prediction with its weights. */
    SAVEDMODEL,
    /** TensorFlow's checkpoint: the weights by name. */
    CHECKPOINT,
    /** The weights by name, as graded. */
    SAFETENSORS
  }

  /** A GraphDef and the {@link BuiltModel} beside it. */
  record ModelFiles(Path graph, Path model) {
    ModelFiles at(Places places) {
      return new ModelFiles(places.reads(graph), places.reads(model));
    }
  }

  /** A file of the trained model, and the same of the model before training. */
  record Stages(Path trained, Path untrained) {
    Stages read(Places places) {
      return new Stages(places.reads(trained), places.reads(untrained));
    }

    Stages written(Places places) {
      return new Stages(places.writes(trained), places.writes(untrained));
    }
  }

  /**
   * The .npy files of a set.
   *
   * @param weights of the examples in the training loss; null: each weighs 1
   */
  record LabelledFiles(Path features, Path labels, @Nullable Path weights) {
    public LabelledFiles(Path features, Path labels) {
      this(features, labels, null);
    }

    LabelledFiles at(Places places) {
      return new LabelledFiles(
          places.reads(features),
          places.reads(labels),
          weights == null ? null : places.reads(weights));
    }
  }
}
