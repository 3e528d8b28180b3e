package dev.assay.cli.bank;

import dev.assay.cli.bank.CompiledAnswers.Source;
import dev.assay.findings.Catalogue;
import dev.assay.findings.FindingCode;
import dev.assay.findings.pages.ExampleProgram;
import dev.assay.findings.pages.FindingPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The programs on the pages of findings, as submissions. */
final class PageExamples {
  private PageExamples() {}

  /** The codes whose page has a program. */
  static List<FindingCode> codes() {
    return Arrays.stream(FindingCode.values()).filter(code -> program(code).isPresent()).toList();
  }

  static Optional<ExampleProgram> program(FindingCode code) {
    return Optional.ofNullable(new FindingPage(code, Catalogue.english()).program());
  }

  /** Writes a submission for each code, named after it. */
  static Path write(Path folder, List<FindingCode> codes, Function<ExampleProgram, String> methods)
      throws IOException {
    for (FindingCode code : codes) {
      ExampleProgram program = program(code).orElseThrow();
      Path own = Files.createDirectories(folder.resolve(code.name()));
      Files.writeString(
          own.resolve("Answer.java"), source(program.problem(), methods.apply(program)));
    }
    return folder;
  }

  /** The programs of codes, each named after its code. */
  static List<Source> sources(List<FindingCode> codes, Function<ExampleProgram, String> methods)
      throws IOException {
    List<Source> sources = new ArrayList<>();
    for (FindingCode code : codes) {
      ExampleProgram program = program(code).orElseThrow();
      String text = source(program.problem(), methods.apply(program));
      sources.add(new Source(code.name(), program.problem(), text));
    }
    return sources;
  }

  /** The methods with what stands around them in every answer of the bank. */
  static String source(String problem, String methods) throws IOException {
    String frame = Files.readString(Bank.FOLDER.resolve("Answer.java.txt"));
    return frame.substring(0, frame.indexOf("@Answers")).replace("\r\n", "\n")
        + "@Answers(\"%s\")\npublic final class Answer implements ModelBuilder {\n%s\n}\n"
            .formatted(problem, methods);
  }
}
