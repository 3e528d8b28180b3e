package dev.assay.cli.bank;

import dev.assay.problems.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The answers of which it is known what is wrong with them: nothing, one thing, or several. */
final class Bank {
  static final Path FOLDER = Path.of("../findings/src/test/bank").toAbsolutePath().normalize();

  /** The data sets that ship with Assay. */
  static final Path DATA = Path.of("../../datasets/embedded").toAbsolutePath().normalize();

  private Bank() {}

  /** The kinds of answers, each a folder of the bank. */
  enum Kind {
    /** One mistake each. */
    MISTAKES,
    /** Two or three mistakes each. */
    SEVERAL,
    /** One mistake each, written by somebody who had not seen the rules, when these were done. */
    UNSEEN,
    /** None. */
    HEALTHY,
    /**
     * Examples of findings that name no single mistake: a rule for models that is broken, or what
     * several mistakes lead to. They tell nothing of how many mistakes are named.
     */
    EXAMPLES
  }

  static List<BankAnswer> answers(Kind kind) throws IOException {
    List<BankAnswer> all = new ArrayList<>();
    for (String problem : Problems.load().ids()) {
      all.addAll(answers(kind, problem));
    }
    all.addAll(answers(kind, FashionTags.ID));
    return all;
  }

  static List<BankAnswer> answers(Kind kind, String problem) throws IOException {
    Path file = FOLDER.resolve(kind.name().toLowerCase(Locale.ROOT)).resolve(problem + ".txt");
    return Files.exists(file) ? BankAnswer.read(file) : List.of();
  }
}
