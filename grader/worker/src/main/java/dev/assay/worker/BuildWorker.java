package dev.assay.worker;

import dev.assay.keras.models.Flops;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.ModelGraph;
import dev.assay.keras.training.FitPlan;
import dev.assay.problems.ModelBuilder;
import dev.assay.problems.ProblemSpec;
import dev.assay.protocol.BuiltModel;
import dev.assay.protocol.Job;
import dev.assay.protocol.Message;
import dev.assay.protocol.StoredModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.stream.Collectors;

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
      Model model = notNull(builder.build(job.spec()), "build(spec)");
      FitPlan plan = notNull(builder.fit(job.spec()), "fit(spec)");
      notNull(model.compilation(), "compilation()");
      ProblemSpec spec = job.spec();
      ModelGraph graph = plan.ensemble().trace(model, spec.input(), spec.labels(), spec.seed());
      new StoredModel(job.graph(), job.model())
          .write(
              graph.graphDef(),
              new BuiltModel(graph.manifest(), graph.parts(), Flops.ofPrediction(graph), plan));
      return new Message.Built();
    } catch (CandidateException e) {
      return new Message.Failed(Message.Cause.CANDIDATE, e.getMessage());
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      return new Message.Failed(Exhaustion.causeOf(e, Message.Cause.CANDIDATE), describe(e));
    }
  }

  private static ModelBuilder instantiate(ClassLoader loader, String name) throws Throwable {
    Class<?> type = Class.forName(name, true, loader);
    if (!ModelBuilder.class.isAssignableFrom(type)) {
      throw new CandidateException(
          "%s is marked @Answers but does not implement ModelBuilder. Write `class %s implements ModelBuilder`."
              .formatted(name, type.getSimpleName()));
    }
    if (Modifier.isAbstract(type.getModifiers())) {
      throw new CandidateException(
          "%s is abstract or an interface: it cannot be instantiated.".formatted(name));
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return (ModelBuilder) constructor.newInstance();
    } catch (NoSuchMethodException e) {
      throw new CandidateException(
          "%s needs a constructor without arguments (and must not be an inner class: make it static)."
              .formatted(name),
          e);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private static <T> T notNull(T value, String call) throws CandidateException {
    if (value == null) {
      throw new CandidateException(
          call + " returned null. Return what it makes, as the file of `assay new` does.");
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
      return "%s (its message cannot be read: %s)"
          .formatted(thrown.getClass().getName(), e.getClass().getName());
    }
    return Traces.forCandidates(text.toString().lines().toList()).stream()
        .limit(MAX_TRACE_LINES)
        .map(line -> line.length() <= MAX_LINE ? line : line.substring(0, MAX_LINE) + " ...")
        .collect(Collectors.joining("\n"));
  }

  /** The candidate's class is not what it must be. */
  private static final class CandidateException extends Exception {
    private static final long serialVersionUID = 1;

    CandidateException(String message) {
      super(message);
    }

    CandidateException(String message, Throwable cause) {
      super(message, cause);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
