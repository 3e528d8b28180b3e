package dev.assay.protocol;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import dev.assay.keras.models.manifest.LayerSummary;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.models.weights.WeightSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import org.tensorflow.proto.GraphDef;

/**
 * A built model on disk: {@code model.pb}, a GraphDef, and {@code model.json}, a {@link
 * BuiltModel}.
 *
 * @param graph the GraphDef's file
 * @param model the other's
 */
public record StoredModel(Path graph, Path model) {
  /** The most operations that a graph may have. */
  public static final int MAX_OPERATIONS = 50_000;

  /** Many times the largest graph of {@link #MAX_OPERATIONS}; parsed, it is ten times larger. */
  private static final int MAX_GRAPH_BYTES = 16 << 20;

  private static final int MAX_DEPTH = 50;

  /** Characters of a layer's name or kind, and axes of what it returns. */
  private static final int MAX_NAME = 200;

  private static final int MAX_AXES = 32;

  /** The files that a job names. */
  public static StoredModel of(Job.ModelFiles files) {
    return new StoredModel(files.graph(), files.model());
  }

  /**
   * Writes the same bytes for equal models: a GraphDef's maps are written in the order of their
   * keys.
   */
  public void write(GraphDef graphDef, BuiltModel built) throws IOException {
    byte[] bytes = new byte[graphDef.getSerializedSize()];
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.useDeterministicSerialization();
    graphDef.writeTo(out);
    out.checkNoSpaceLeft();
    Files.write(graph, bytes);
    Files.writeString(model, Json.write(built));
  }

  /**
   * Reads what the builder said.
   *
   * @throws IOException when the file is missing, too large or not a valid model
   */
  public BuiltModel built() throws IOException {
    requireFile(model, Json.MAX_BYTES);
    try {
      BuiltModel built = Json.read(Files.readString(model), BuiltModel.class);
      built.manifest().weights().forEach(StoredModel::requireSize);
      built.manifest().layers().forEach(layer -> requireRow(layer, built.manifest().parameters()));
      return built;
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw new IOException(model.getFileName() + ": " + e.getMessage(), e);
    }
  }

  /** A candidate's process wrote the shape, so it may be anything. */
  private static void requireSize(WeightSpec weight) {
    long size = 1;
    for (int dimension : weight.shape()) {
      size *= dimension;
      if (dimension <= 0 || size > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "weight %s has the impossible shape %s".formatted(weight.name(), weight.shape()));
      }
    }
  }

  /** The table of layers is only shown, but it must be one that can be. */
  private static void requireRow(LayerSummary layer, long parameters) {
    if (layer.name().length() > MAX_NAME
        || layer.type().length() > MAX_NAME
        || layer.parameters() > parameters
        || layer.output().shape().size() > MAX_AXES) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "layer %s is an impossible one: its name and kind have at most %d characters, its"
                  + " output at most %d axes, and it has at most %d parameters. Received: %d",
              layer.name().substring(0, Math.min(MAX_NAME, layer.name().length())),
              MAX_NAME,
              MAX_AXES,
              parameters,
              layer.parameters()));
    }
  }

  /**
   * Reads the graph; needs no native library.
   *
   * @throws IOException when the file is missing, too large or not a GraphDef
   */
  public GraphDef graphDef() throws IOException {
    requireFile(graph, MAX_GRAPH_BYTES);
    requireFewOperations();
    try (InputStream in = Files.newInputStream(graph)) {
      CodedInputStream bounded = CodedInputStream.newInstance(in);
      bounded.setSizeLimit(MAX_GRAPH_BYTES);
      bounded.setRecursionLimit(MAX_DEPTH);
      GraphDef graphDef = GraphDef.parseFrom(bounded);
      bounded.checkLastTagWas(0);
      return graphDef;
    } catch (InvalidProtocolBufferException e) {
      throw new IOException(graph.getFileName() + " is not a GraphDef: " + e.getMessage(), e);
    }
  }

  /** Counts before parsing, which takes many times the room of the file. */
  private void requireFewOperations() throws IOException {
    int count = 0;
    try (InputStream in = Files.newInputStream(graph)) {
      CodedInputStream fields = CodedInputStream.newInstance(in);
      for (int tag = fields.readTag(); tag != 0; tag = fields.readTag()) {
        count += WireFormat.getTagFieldNumber(tag) == GraphDef.NODE_FIELD_NUMBER ? 1 : 0;
        if (!fields.skipField(tag)) {
          break;
        }
      }
    } catch (InvalidProtocolBufferException e) {
      throw new IOException(graph.getFileName() + " is not a GraphDef: " + e.getMessage(), e);
    }
    if (count > MAX_OPERATIONS) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s has %,d operations; at most %,d are allowed",
              graph.getFileName(),
              count,
              MAX_OPERATIONS));
    }
  }

  /**
   * Reads the graph and the manifest that describes it; needs no native library.
   *
   * @throws IOException as {@link #graphDef} and {@link #built}
   */
  public ModelGraph modelGraph() throws IOException {
    return new ModelGraph(graphDef(), built().manifest());
  }

  private static void requireFile(Path file, long maxBytes) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(file.getFileName() + " was not written");
    }
    long size = Files.size(file);
    if (size > maxBytes) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s has %d bytes; at most %d are allowed",
              file.getFileName(),
              size,
              maxBytes));
    }
  }
}
