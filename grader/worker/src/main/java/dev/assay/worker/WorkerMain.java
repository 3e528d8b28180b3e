package dev.assay.worker;

import dev.assay.findings.SentenceException;
import dev.assay.protocol.Job;
import dev.assay.protocol.Json;
import dev.assay.protocol.Message;
import dev.assay.protocol.WorkerProcess;
import dev.assay.worker.compile.CompileWorker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.tensorflow.TensorFlow;

/**
 * A child process: says what surrounds it, reads jobs from standard input, does them, and reports
 * on standard output. After one that runs foreign code there is none.
 *
 * <p>Ends when its standard input does, so that no child outlives the grader, however that ends.
 */
public final class WorkerMain {
  private static final int TIDY_JOBS = 8;
  private static final long TIDY_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Channel channel;
  private final Jobs jobs = new Jobs();

  /** Loading the native libraries: no answer's time, and no answer's fault when it fails. */
  private final FutureTask<String> natives = new FutureTask<>(TensorFlow::version);

  private WorkerMain(Channel channel) {
    this.channel = channel;
  }

  public static void main(String[] args) throws Exception {
    Channel channel = Channel.takeStandardOutput();
    channel.send(new Message.Ready(Measurement.take()));
    new WorkerMain(channel).work();
    // Threads that a candidate's code may have left behind do not keep the process alive.
    Runtime.getRuntime().halt(0);
  }

  private void work() throws InterruptedException {
    jobs.listen();
    // A candidate's code that reads would wait for what never comes.
    System.setIn(InputStream.nullInputStream());
    Job job = jobs.next();
    if (job instanceof Job.Serve serve) {
      serve(serve);
    }
    if (job instanceof Job.Await) {
      natives.run();
      job = jobs.next();
    }
    if (job instanceof Job.Compile) {
      Thread loading = new Thread(natives, "natives");
      loading.setDaemon(true);
      loading.start();
      channel.send(run(job));
      job = jobs.next();
    }
    channel.send(run(job));
  }

  /**
   * Does jobs of ours until the input ends. A job closes its sessions; what only goes with the
   * objects that hold it, such as mapped arrays, is freed after a long job, or after several.
   */
  private void serve(Job.Serve serve) throws InterruptedException {
    if (serve.runsModels()) {
      natives.run();
    }
    for (int count = 1; true; count++) {
      Job job = jobs.next();
      long start = System.nanoTime();
      channel.send(
          job instanceof Job.Build || job instanceof Job.Probe
              ? new Message.Failed(Message.Cause.WORKER, "no code of a candidate is run here")
              : run(job));
      if (count % TIDY_JOBS == 0 || System.nanoTime() - start > TIDY_NANOS) {
        System.gc();
      }
    }
  }

  /** Any failure becomes a message: an exit code proves nothing. */
  private Message run(Job job) {
    try {
      if (!(job instanceof Job.Compile || job instanceof Job.Probe)) {
        loadNatives();
      }
      channel.send(new Message.Started());
      return answer(job);
    } catch (OutOfMemoryError e) {
      // One that the virtual machine did not end the process for: for direct buffers, or thrown.
      e.printStackTrace();
      Runtime.getRuntime().halt(WorkerProcess.OUT_OF_MEMORY);
      throw e;
    } catch (Throwable e) {
      e.printStackTrace();
      return failed(e);
    }
  }

  private static Message failed(Throwable thrown) {
    Message.Cause cause = MemoryFailure.causeOf(thrown, Message.Cause.WORKER);
    return thrown instanceof SentenceException
        ? new Message.Failed(cause, SentenceException.of(thrown))
        : new Message.Failed(cause, thrown.toString());
  }

  /** Loads the native libraries, unless that was begun before. */
  private void loadNatives() throws Throwable {
    natives.run();
    try {
      natives.get();
    } catch (ExecutionException e) {
      throw e.getCause();
    }
  }

  private Message answer(Job job) throws Exception {
    if (job instanceof Job.Compile compile) {
      return CompileWorker.run(compile);
    } else if (job instanceof Job.Build build) {
      return BuildWorker.run(build);
    } else if (job instanceof Job.Train train) {
      return TrainWorker.run(train, channel);
    } else if (job instanceof Job.Predict predict) {
      return PredictWorker.run(predict, channel);
    } else if (job instanceof Job.Outputs outputs) {
      return PredictWorker.run(outputs);
    } else if (job instanceof Job.Measure measure) {
      return MeasureWorker.run(measure);
    } else if (job instanceof Job.Export export) {
      return ExportWorker.run(export);
    } else {
      return ProbeWorker.run((Job.Probe) job);
    }
  }

  /** The lines on standard input. */
  private static final class Jobs {
    private final BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private volatile boolean idle = true;

    void listen() {
      Thread thread = new Thread(this::listenToTheEnd, "jobs");
      thread.setDaemon(true);
      thread.start();
    }

    Job next() throws InterruptedException {
      idle = true;
      Job job = Json.read(lines.take(), Job.class);
      idle = false;
      return job;
    }

    private void listenToTheEnd() {
      try {
        String line;
        while ((line = in.readLine()) != null) {
          lines.add(line);
        }
      } catch (IOException e) {
        // Input that cannot be read has ended too.
      }
      Runtime.getRuntime().halt(idle ? 0 : 1);
    }
  }
}
