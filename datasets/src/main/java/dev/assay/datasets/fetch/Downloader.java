package dev.assay.datasets.fetch;

import dev.assay.findings.DataCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Downloads one file over HTTP, continuing what an earlier try left.
 *
 * <p>{@code HttpURLConnection} has what {@code java.net.http} lacks: a timeout for each read, so
 * that a connection that falls silent ends.
 *
 * @param connectTimeout for the connection
 * @param readTimeout for silence on it
 */
public record Downloader(Duration connectTimeout, Duration readTimeout) {
  private static final int PARTIAL = 206;
  private static final int OK = 200;
  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final int CHUNK = 1 << 16;

  public static Downloader standard() {
    return new Downloader(Duration.ofSeconds(15), Duration.ofSeconds(30));
  }

  /**
   * Appends to the target until it has all bytes.
   *
   * @param bytes size of the complete file; no more is ever written
   * @param progress takes the size of the target after each chunk
   * @throws IOException if the connection or the server fails; what came is kept
   */
  void download(URI uri, Path target, long bytes, LongConsumer progress) throws IOException {
    long done = Files.exists(target) ? Files.size(target) : 0;
    HttpURLConnection connection = connect(uri, done);
    try {
      long from = startOf(connection, done, bytes);
      try (InputStream in = connection.getInputStream();
          OutputStream out = open(target, from)) {
        copy(in, out, from, bytes, progress);
      }
    } finally {
      connection.disconnect();
    }
  }

  private HttpURLConnection connect(URI uri, long done) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setConnectTimeout((int) connectTimeout.toMillis());
    connection.setReadTimeout((int) readTimeout.toMillis());
    connection.setUseCaches(false);
    connection.setRequestProperty("User-Agent", "assay");
    connection.setRequestProperty("Accept-Encoding", "identity");
    if (done > 0) {
      connection.setRequestProperty("Range", "bytes=" + done + "-");
    }
    return connection;
  }

  /**
   * Returns the offset in the file at which the response starts: 0 if the server ignores ranges.
   */
  private static long startOf(HttpURLConnection connection, long done, long bytes)
      throws IOException {
    int status = connection.getResponseCode();
    long from =
        switch (status) {
          case OK -> 0;
          case PARTIAL -> {
            checkRange(connection.getHeaderField("Content-Range"), done);
            yield done;
          }
          case RANGE_NOT_SATISFIABLE -> throw new RestartException(failure("FEWER", done, 0, ""));
          default -> throw new SentenceException(failure("STATUS", 0, status, ""));
        };
    long length = connection.getContentLengthLong();
    if (length >= 0 && from + length != bytes) {
      // Such as the page of a network that wants a login: no reason to lose what is here.
      throw new SentenceException(failure("SIZE", bytes, from + length, ""));
    }
    return from;
  }

  private static void checkRange(@Nullable String range, long done) throws RestartException {
    if (range == null || !range.startsWith("bytes " + done + "-")) {
      throw new RestartException(failure("RANGE", 0, 0, String.valueOf(range)));
    }
  }

  static Sentence failure(String what, long expected, long found, String range) {
    return Sentence.of(
        DataCode.DOWNLOAD_FAILURE,
        "what",
        what,
        "expected",
        expected,
        "found",
        found,
        "range",
        range);
  }

  private static OutputStream open(Path target, long from) throws IOException {
    return from > 0
        ? Files.newOutputStream(target, StandardOpenOption.WRITE, StandardOpenOption.APPEND)
        : Files.newOutputStream(target);
  }

  private static void copy(
      InputStream in, OutputStream out, long from, long bytes, LongConsumer progress)
      throws IOException {
    byte[] chunk = new byte[CHUNK];
    long done = from;
    for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
      if (done + n > bytes) {
        throw new RestartException(failure("MORE", bytes, 0, ""));
      }
      out.write(chunk, 0, n);
      done += n;
      progress.accept(done);
    }
    if (done < bytes) {
      throw new SentenceException(failure("ENDED", bytes, done, ""));
    }
  }

  /** Signals that a partial download cannot be continued and the next try must start again. */
  static final class RestartException extends SentenceException {
    private static final long serialVersionUID = 1L;

    RestartException(Sentence sentence) {
      super(sentence);
    }
  }
}
