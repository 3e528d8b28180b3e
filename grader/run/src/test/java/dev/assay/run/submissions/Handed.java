package dev.assay.run.submissions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files that a test hands in. */
record Handed(Path folder) {
  /** A class that answers a problem. */
  static String answer(String type, String problem) {
    return "@dev.assay.problems.Answers(\"%s\")\npublic final class %s {}\n"
        .formatted(problem, type);
  }

  Handed file(String name, String content) throws IOException {
    return file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  Handed file(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    return this;
  }

  Handed answers(String... names) throws IOException {
    for (String name : names) {
      file(name, answer("Answer", "iris"));
    }
    return this;
  }

  /** The same files as a zip. */
  Path zip(Path zip) throws IOException {
    ZipMaker maker = ZipMaker.at(zip);
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        maker.add(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return maker.write();
  }

  List<Submission> read() throws Exception {
    return read(folder);
  }

  static List<Submission> read(Path path) throws Exception {
    return new Submissions().find(path).stream().map(HandIn::read).toList();
  }
}
