package dev.assay.cli.data;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Mirrors on this machine: {@code good/} has the files and goes on where asked to, {@code wrong/}
 * has other bytes, and everything else is not found.
 */
public final class FileServer implements AutoCloseable {
  private final HttpServer server =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  private final Map<String, byte[]> files;

  public FileServer(Map<String, byte[]> files) throws IOException {
    this.files = files;
    server.createContext("/", this::answer);
    server.start();
  }

  public URI mirror(String name) {
    return URI.create(
        String.format(Locale.ROOT, "http://127.0.0.1:%d/%s/", server.getAddress().getPort(), name));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    byte[] file = files.get(path[path.length - 1]);
    if (path[1].equals("good") && file != null) {
      String range = exchange.getRequestHeaders().getFirst("Range");
      int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range",
              String.format(Locale.ROOT, "bytes %d-%d/%d", from, file.length - 1, file.length));
      send(exchange, from == 0 ? 200 : 206, Arrays.copyOfRange(file, from, file.length));
    } else if (path[1].equals("wrong") && file != null) {
      send(exchange, 200, new byte[file.length]);
    } else {
      exchange.sendResponseHeaders(404, -1);
    }
    exchange.close();
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
