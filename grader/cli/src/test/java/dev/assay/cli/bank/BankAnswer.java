package dev.assay.cli.bank;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;

/**
 * An answer of the bank; see the bank's README for what its parts mean.
 *
 * @param problem its id
 * @param parts by their keys, as they stand in the file; {@code fix} is not among them
 * @param fixes edits of the answer's text, in order
 */
record BankAnswer(String problem, Map<String, String> parts, List<Edit> fixes) {
  /** The parts that make up the answer's source. */
  private static final List<String> CODE = List.of("layers", "compile", "build", "fit", "class");

  /** A text of the answer, which occurs in it once, and what it is replaced with. */
  record Edit(String from, String to) {}

  String name() {
    return problem + "-" + parts.get("name");
  }

  /** The part with a key that every answer of the kind has. */
  String part(String key) {
    return Objects.requireNonNull(parts.get(key), key);
  }

  /** The codes of the findings that name the mistake, or each of several. */
  List<String> codes() {
    return list("codes");
  }

  /** Further codes that are right for it, if less exact. */
  List<String> also() {
    return list("also");
  }

  boolean isSeenBeforeTraining() {
    return "static".equals(parts.get("seen"));
  }

  /** Whether thresholds were chosen on it; the other half only reports. */
  boolean isOfFirstHalf() {
    CRC32 sum = new CRC32();
    sum.update(name().getBytes(StandardCharsets.UTF_8));
    return sum.getValue() % 2 == 0;
  }

  private List<String> list(String key) {
    String text = parts.getOrDefault(key, "");
    return text.isBlank() ? List.of() : List.of(text.split(",\\s*"));
  }

  /** The Java source. */
  String source() throws IOException {
    return Files.readString(Bank.FOLDER.resolve("Answer.java.txt"))
        .formatted(problem, parts.containsKey("class") ? part("class") : members());
  }

  private String members() {
    String body =
        parts.containsKey("build")
            ? part("build")
            : "return Sequential.of(%s)\n        .compile(%s);"
                .formatted(part("layers"), part("compile"));
    return """
        @Override
        public Model build(ProblemSpec spec) {
          %s
        }

        @Override
        public FitPlan fit(ProblemSpec spec) {
          return %s;
        }
      """
        .formatted(body, part("fit"));
  }

  /**
   * The answer after its fixes: what the advice asks for.
   *
   * @throws IllegalStateException where an edit does not fit
   */
  BankAnswer fixed() {
    Map<String, String> edited = new LinkedHashMap<>(parts);
    for (Edit fix : fixes) {
      int found = 0;
      for (String key : CODE) {
        String text = edited.getOrDefault(key, "");
        int at = text.indexOf(fix.from());
        if (at >= 0) {
          found += text.indexOf(fix.from(), at + 1) < 0 ? 1 : 2;
          edited.put(key, text.replace(fix.from(), fix.to()));
        }
      }
      if (found != 1) {
        throw new IllegalStateException(
            String.format(
                Locale.ROOT,
                "%s: the fix of `%s` must fit in one place. Found: %d",
                name(),
                fix.from(),
                found));
      }
    }
    return new BankAnswer(problem, edited, List.of());
  }

  /** Writes it as a submission of its name below a folder. */
  void writeTo(Path folder) throws IOException {
    Path own = Files.createDirectories(folder.resolve(name()));
    Files.writeString(own.resolve("Answer.java"), source());
  }

  /** Reads the answers of a file of the bank. */
  static List<BankAnswer> read(Path file) throws IOException {
    String problem = file.getFileName().toString().replace(".txt", "");
    List<BankAnswer> answers = new ArrayList<>();
    for (String block : Files.readString(file).split("\n\\s*\n", -1)) {
      BankAnswer answer = parse(problem, block);
      if (!answer.parts().isEmpty()) {
        answers.add(answer);
      }
    }
    return answers;
  }

  private static BankAnswer parse(String problem, String block) {
    List<String> lines = new ArrayList<>();
    for (String line : block.split("\n", -1)) {
      if (line.startsWith("  ") && !lines.isEmpty()) {
        lines.set(lines.size() - 1, lines.get(lines.size() - 1) + "\n" + line);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        lines.add(line);
      }
    }
    Map<String, String> parts = new LinkedHashMap<>();
    List<Edit> fixes = new ArrayList<>();
    for (String line : lines) {
      String[] pair = line.split(":", 2);
      if (pair[0].equals("fix")) {
        String[] edit = (pair[1] + " ").split(" ==> ", 2);
        fixes.add(new Edit(edit[0].strip(), edit[1].strip()));
      } else {
        parts.put(pair[0], pair[1].strip());
      }
    }
    return new BankAnswer(problem, parts, fixes);
  }
}
