package dev.assay.worker.protocol;

import dev.assay.problems.ProblemSpec;
import java.util.List;

/** What a child process is asked to do: the one line on its standard input. Paths are absolute. */
public sealed interface Job {
  /**
   * Compiles a candidate's sources.
   *
   * @param root the folder that the sources' names are relative to
   * @param sources names of Java files below it
   * @param classes the folder for class files
   * @param classPath what the sources may use
   */
  record Compile(String root, List<String> sources, String classes, List<String> classPath)
      implements Job {}

  /**
   * Runs a candidate's builder.
   *
   * @param classes the folder with its class files
   * @param builder the class's binary name
   * @param spec what it is told
   * @param graph the file for the GraphDef
   * @param model the file for the {@link BuiltModel}
   */
  record Build(String classes, String builder, ProblemSpec spec, String graph, String model)
      implements Job {}

  /**
   * Trains a model.
   *
   * @param files graph and model, as the build left them
   * @param train the training set
   * @param validation the validation set
   * @param weights the file for the best weights
   * @param seed for initial weights and the order of examples
   * @param threads for TensorFlow's kernels
   */
  record Train(
      ModelFiles files,
      LabelledFiles train,
      LabelledFiles validation,
      String weights,
      long seed,
      int threads)
      implements Job {}

  /**
   * Reloads a trained model, evaluates it on the validation set and predicts.
   *
   * @param files graph and model
   * @param weights the file that training wrote
   * @param weightsDigest its SHA-256; a file of another is refused
   * @param validation the validation set
   * @param features the hidden features
   * @param predictions the .npy file for the outputs
   * @param threads for TensorFlow's kernels
   */
  record Predict(
      ModelFiles files,
      String weights,
      String weightsDigest,
      LabelledFiles validation,
      String features,
      String predictions,
      int threads)
      implements Job {}

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
      String weights,
      String weightsDigest,
      List<String> labels,
      Format format,
      String folder)
      implements Job {}

  /** What models can be exported as. */
  enum Format {
    /** TensorFlow's SavedModel: the graph for prediction with its weights. */
    SAVEDMODEL,
    /** TensorFlow's checkpoint: the weights by name. */
    CHECKPOINT,
    /** The weights by name, as graded. */
    SAFETENSORS
  }

  /** A GraphDef and the {@link BuiltModel} beside it. */
  record ModelFiles(String graph, String model) {}

  /** Two .npy files. */
  record LabelledFiles(String features, String labels) {}
}
