package dev.assay.worker;

import dev.assay.worker.protocol.Job;
import dev.assay.worker.protocol.Json;
import dev.assay.worker.protocol.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.tensorflow.TensorFlow;

/**
 * A child process: says what surrounds it, reads one job from standard input, does it, and reports
 * on standard output.
 *
 * <p>Ends when its standard input does, so that no child outlives the grader, however that ends.
 */
public final class WorkerMain {
  /** The exit code of {@code -XX:+ExitOnOutOfMemoryError}. */
  public static final int OUT_OF_MEMORY = 3;

  private WorkerMain() {}

  public static void main(String[] args) throws IOException {
    Channel channel = Channel.takeStandardOutput();
    channel.send(new Message.Ready(Measurement.take()));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line = in.readLine();
    if (line == null) {
      return;
    }
    endWithInput(in);
    // A candidate's code that reads would wait for what never comes.
    System.setIn(InputStream.nullInputStream());
    channel.send(run(Json.read(line, Job.class), channel));
    // Threads that a candidate's code may have left behind do not keep the process alive.
    Runtime.getRuntime().halt(0);
  }

  /** Any failure becomes a message: an exit code proves nothing. */
  private static Message run(Job job, Channel channel) {
    try {
      if (!(job instanceof Job.Compile || job instanceof Job.Probe)) {
        // Loads the native libraries: no answer's time, and no answer's fault when it fails.
        TensorFlow.version();
      }
      channel.send(new Message.Started());
      return answer(job, channel);
    } catch (OutOfMemoryError e) {
      // One that the virtual machine did not end the process for: for direct buffers, or thrown.
      e.printStackTrace();
      Runtime.getRuntime().halt(OUT_OF_MEMORY);
      throw e;
    } catch (Throwable e) {
      e.printStackTrace();
      return new Message.Failed(Exhaustion.causeOf(e, Message.Cause.WORKER), e.toString());
    }
  }

  private static Message answer(Job job, Channel channel) throws Exception {
    if (job instanceof Job.Compile compile) {
      return CompileWorker.run(compile);
    } else if (job instanceof Job.Build build) {
      return BuildWorker.run(build);
    } else if (job instanceof Job.Train train) {
      return TrainWorker.run(train, channel);
    } else if (job instanceof Job.Predict predict) {
      return PredictWorker.run(predict, channel);
    } else if (job instanceof Job.Export export) {
      return ExportWorker.run(export);
    } else {
      return ProbeWorker.run((Job.Probe) job);
    }
  }

  private static void endWithInput(BufferedReader in) {
    Thread thread =
        new Thread(
            () -> {
              while (reads(in)) {
                // The grader sends nothing more.
              }
              Runtime.getRuntime().halt(1);
            },
            "end-with-input");
    thread.setDaemon(true);
    thread.start();
  }

  /** Input that cannot be read has ended too. */
  private static boolean reads(BufferedReader in) {
    try {
      return in.read() >= 0;
    } catch (IOException e) {
      return false;
    }
  }
}
