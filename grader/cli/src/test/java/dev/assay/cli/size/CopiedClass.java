package dev.assay.cli.size;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.cli.Run;
import dev.assay.cli.SampleAnswers;
import dev.assay.report.Entries;
import dev.assay.report.json.JsonReports;
import dev.assay.run.submissions.SourceText;
import dev.assay.run.submissions.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A large class with all its results, of which only a handful was graded: the others are copies of
 * these with names, and where wanted sources, of their own.
 *
 * @param answers what was handed in, a folder each
 * @param run the folder of the results
 */
record CopiedClass(Path answers, Path run) {
  /** The files of a result that are pages or shared, which are made again. */
  private static final List<String> PAGES = List.of("index.html", "assets");

  /**
   * Makes a class.
   *
   * @param entries how many answers, 1 or more
   * @param distinct whether each has a comment of its own, so that no two are equal
   */
  static CopiedClass of(Path folder, int entries, boolean distinct) throws IOException {
    Path samples = samples(folder.resolve("samples"));
    Path graded = folder.resolve("graded");
    Run run = Run.of("grade", samples, "--problem", "iris", "--out", graded, "--quiet");
    if (run.code() > 1) {
      throw new IllegalStateException(run.out() + run.err());
    }
    List<String> names;
    try (Stream<Path> list = Files.list(samples)) {
      names = list.map(path -> path.getFileName().toString()).sorted().toList();
    }
    CopiedClass made =
        new CopiedClass(
            folder.resolve("class").toAbsolutePath(), folder.resolve("run").toAbsolutePath());
    Files.createDirectories(made.run);
    Files.createFile(made.run.resolve(".assay-run"));
    List<Entries.Entry> all = new ArrayList<>();
    for (int number = 0; number < entries; number++) {
      String id = String.format(Locale.ROOT, "s%05d", number);
      String sample = names.get(number % names.size());
      String comment = distinct ? "\n// the answer of " + id + "\n" : "";
      made.copy(samples.resolve(sample), graded.resolve(sample), id, comment);
      all.add(new Entries.Entry(id, id, null, null));
    }
    JsonReports.write(Entries.of(all), made.run.resolve("entries.json"));
    return made;
  }

  /** A few answers: two that pass, one that fails, and some that are broken in different ways. */
  private static Path samples(Path folder) throws IOException {
    Map<String, String> sources = new LinkedHashMap<>();
    String good = SampleAnswers.iris(40);
    sources.put("good", good);
    sources.put("better", SampleAnswers.iris(60));
    sources.put("short", SampleAnswers.iris(1));
    sources.put("semicolon", good.replace("Adam.withLearningRate(0.01),", "Adam.withLearning"));
    sources.put("unmarked", good.replace("@Answers(\"iris\")\n", ""));
    sources.put(
        "throws", good.replace("return Sequential", "if (true) throw null; return Sequential"));
    sources.put("nothing", good.replace("Dense.of(spec.classes())", "Dense.of(7)"));
    Files.createDirectories(folder.resolve("empty"));
    for (Map.Entry<String, String> each : sources.entrySet()) {
      SampleAnswers.write(folder.resolve(each.getKey()), each.getValue());
    }
    return folder;
  }

  private void copy(Path sample, Path graded, String id, String comment) throws IOException {
    Path own = Files.createDirectories(answers.resolve(id));
    List<SourceText> texts = new ArrayList<>();
    for (Path file : files(sample)) {
      String name = file.getFileName().toString();
      String text = Files.readString(file) + comment;
      Files.writeString(own.resolve(name), text);
      texts.add(new SourceText(name, text));
    }
    Submission submission = Submission.of(id, own, texts);
    String before = Submission.of("", sample, sources(sample)).digest();
    for (Path file : files(graded)) {
      Path target = run.resolve(id).resolve(graded.relativize(file).toString());
      Files.createDirectories(target.getParent());
      if (file.toString().endsWith(".json")) {
        String json =
            Files.readString(file)
                .replace("\"" + sample.getFileName() + "\"", "\"" + id + "\"")
                .replace("\"" + sample + "\"", "\"" + own + "\"")
                .replace(before, submission.digest());
        Files.write(target, json.getBytes(UTF_8));
      } else {
        Files.createLink(target, file);
      }
    }
  }

  private static List<SourceText> sources(Path folder) throws IOException {
    List<SourceText> sources = new ArrayList<>();
    for (Path file : files(folder)) {
      sources.add(new SourceText(file.getFileName().toString(), Files.readString(file)));
    }
    return sources;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .filter(path -> !PAGES.contains(path.getFileName().toString()))
          .sorted()
          .toList();
    }
  }
}
