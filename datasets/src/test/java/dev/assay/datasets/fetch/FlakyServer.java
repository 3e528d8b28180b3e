package dev.assay.datasets.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP server on this machine that answers each request as a test wants it.
 *
 * <p>It writes to the socket itself, as a proper server would not break its promises.
 */
public final class FlakyServer implements AutoCloseable {
  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Function<Request, Answer> behaviour;
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  public FlakyServer(Function<Request, Answer> behaviour) throws IOException {
    this.behaviour = behaviour;
    Thread thread = new Thread(this::serve, "flaky-server");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * What a client asked for.
   *
   * @param name the last part of the path
   * @param from start of the range, 0 without one
   * @param number of requests before this one
   */
  public record Request(String name, int from, int number) {}

  /**
   * What to send: a status line with headers, some bytes, then silence for a while, then the end.
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Answer(String head, byte[] body, long silenceMillis) {
    public static Answer status(String status) {
      return new Answer("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n", new byte[0], 0);
    }

    /** The whole file, whatever range was asked for. */
    public static Answer whole(byte[] file) {
      return new Answer("HTTP/1.1 200 OK\r\nContent-Length: " + file.length + "\r\n", file, 0);
    }

    /** The range asked for. */
    public static Answer range(byte[] file, Request request) {
      if (request.from() == 0) {
        return whole(file);
      }
      byte[] rest = Arrays.copyOfRange(file, request.from(), file.length);
      String range =
          String.format(
              Locale.ROOT, "bytes %d-%d/%d", request.from(), file.length - 1, file.length);
      return new Answer(
          String.format(
              Locale.ROOT,
              "HTTP/1.1 206 Partial Content\r\nContent-Length: %d\r\nContent-Range: %s\r\n",
              rest.length,
              range),
          rest,
          0);
    }

    /** The same promises, but only some of the body. */
    public Answer cutAfter(int bytes) {
      return new Answer(head, Arrays.copyOf(body, Math.min(bytes, body.length)), silenceMillis);
    }

    public Answer thenSilentFor(long millis) {
      return new Answer(head, body, millis);
    }

    /** Without a length: the end of the connection ends the body. */
    public Answer withoutLength() {
      return new Answer(head.replaceAll("Content-Length: \\d+\r\n", ""), body, silenceMillis);
    }
  }

  /** The folder of its files. */
  public URI folder() {
    return URI.create(
        String.format(
            Locale.ROOT,
            "http://%s:%d/files/",
            socket.getInetAddress().getHostAddress(),
            socket.getLocalPort()));
  }

  public List<Request> requests() {
    return requests;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        Request request = read(connection);
        if (request != null) {
          requests.add(request);
          send(connection.getOutputStream(), behaviour.apply(request));
        }
      } catch (IOException e) {
        // the client went away, or the test is over
      }
    }
  }

  private @Nullable Request read(Socket connection) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
    String first = in.readLine();
    if (first == null) {
      return null;
    }
    int from = 0;
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("range: bytes=")) {
        from = Integer.parseInt(line.substring("range: bytes=".length()).replace("-", ""));
      }
    }
    String path = first.split(" ", 3)[1];
    return new Request(path.substring(path.lastIndexOf('/') + 1), from, requests.size());
  }

  private static void send(OutputStream out, Answer answer) throws IOException {
    out.write((answer.head() + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(answer.body());
    out.flush();
    if (answer.silenceMillis() > 0) {
      try {
        TimeUnit.MILLISECONDS.sleep(answer.silenceMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
