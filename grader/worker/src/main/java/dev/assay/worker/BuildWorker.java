package dev.assay.worker;

import dev.assay.findings.Sentence;
import dev.assay.findings.VerdictCode;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.flops.Flops;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.ModelBuilder;
import dev.assay.problems.ProblemSpec;
import dev.assay.protocol.BuiltModel;
import dev.assay.protocol.Job;
import dev.assay.protocol.Message;
import dev.assay.protocol.StoredModel;
import dev.assay.worker.compile.JarClassLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs a candidate's builder and leaves its model behind as data. */
final class BuildWorker {
  private static final int MAX_TRACE_LINES = 30;
  private static final int MAX_LINE = 500;

  private BuildWorker() {}

  static Message run(Job.Build job) throws IOException {
    return build(job, new JarClassLoader(job.classes(), BuildWorker.class.getClassLoader()));
  }

  private static Message build(Job.Build job, ClassLoader loader) {
    try {
      ModelBuilder builder = instantiate(loader, job.builder());
      Model model = notNull(builder.build(job.spec()), "BUILD");
      FitPlan plan = notNull(builder.fit(job.spec()), "FIT");
      notNull(model.compilation(), "COMPILATION");
      ProblemSpec spec = job.spec();
      ModelGraph graph = plan.ensemble().trace(model, spec.input(), spec.labels(), spec.seed());
      new StoredModel(job.graph(), job.model())
          .write(
              graph.graphDef(),
              new BuiltModel(graph.manifest(), graph.parts(), Flops.ofPrediction(graph), plan));
      return new Message.Built();
    } catch (CandidateException e) {
      return new Message.Failed(Message.Cause.CANDIDATE, e.sentence);
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      return new Message.Failed(MemoryFailure.causeOf(e, Message.Cause.CANDIDATE), describe(e));
    }
  }

  private static ModelBuilder instantiate(ClassLoader loader, String name) throws Throwable {
    Class<?> type = Class.forName(name, true, loader);
    if (!ModelBuilder.class.isAssignableFrom(type)) {
      throw new CandidateException(
          Sentence.of(VerdictCode.NO_MODEL_BUILDER, "class", name, "simple", type.getSimpleName()));
    }
    if (Modifier.isAbstract(type.getModifiers())) {
      throw new CandidateException(Sentence.of(VerdictCode.CLASS_IS_ABSTRACT, "class", name));
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return (ModelBuilder) constructor.newInstance();
    } catch (NoSuchMethodException e) {
      throw new CandidateException(Sentence.of(VerdictCode.NO_PLAIN_CONSTRUCTOR, "class", name), e);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private static <T> T notNull(T value, String call) throws CandidateException {
    if (value == null) {
      throw new CandidateException(Sentence.of(VerdictCode.RETURNED_NULL, "call", call));
    }
    return value;
  }

  /** The exception and its causes with their traces, without our own lines. */
  private static String describe(Throwable thrown) {
    StringWriter text = new StringWriter();
    try {
      thrown.printStackTrace(new PrintWriter(text));
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      return Sentence.of(
              VerdictCode.EXCEPTION_UNREADABLE,
              "exception",
              thrown.getClass().getName(),
              "reason",
              e.getClass().getName())
          .text();
    }
    return Traces.forCandidates(text.toString().lines().toList()).stream()
        .limit(MAX_TRACE_LINES)
        .map(line -> line.length() <= MAX_LINE ? line : line.substring(0, MAX_LINE) + " ...")
        .collect(Collectors.joining("\n"));
  }

  /** The candidate's class is not what it must be. */
  private static final class CandidateException extends Exception {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // exceptions are never serialized here
    private final Sentence sentence;

    CandidateException(Sentence sentence) {
      this(sentence, null);
    }

    CandidateException(Sentence sentence, @Nullable Throwable cause) {
      super(sentence.code(), cause);
      this.sentence = sentence;
    }
  }
}
