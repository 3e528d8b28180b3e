package dev.assay.cli.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealCommandTest {
  @TempDir private Path folder;
  private Path key = Path.of("");
  private Path other = Path.of("");
  private Path table = Path.of("");
  private Path sealed = Path.of("");

  @BeforeEach
  void seal() throws IOException {
    key = folder.resolve("hidden.key");
    other = folder.resolve("other.key");
    sealed = folder.resolve("hidden.sealed");
    table = folder.resolve("mine.csv");
    Files.writeString(table, SealedSamples.IRIS);
    assertThat(Run.of("seal", "--new-key", key).code()).isZero();
    assertThat(Run.of("seal", "--new-key", other).code()).isZero();
    Run run = Run.of("seal", "iris", "--table", table, "--out", sealed, "--key-file", key);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith(sealed + ": 20 hidden examples for iris/embedded (float32 [4], 3 classes)\n")
        .containsPattern("\n  fingerprint [0-9a-f]{64}\n  key [0-9a-f]{16}\n");
  }

  /** What cannot be done exits with 2, says why, prints nothing and leaves no file. */
  private void assertRefused(String sentence, Object... args) {
    String[] before = folder.toFile().list();
    Run run = Run.of(args);
    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).startsWith("assay: ").contains(sentence);
    assertThat(run.out()).isEmpty();
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder(before);
  }

  private void assertNotGraded(String sentence, Object... options) {
    Object[] args = new Object[options.length + 4];
    System.arraycopy(
        new Object[] {"grade", "--json", "--out", folder.resolve("out")}, 0, args, 0, 4);
    System.arraycopy(options, 0, args, 4, options.length);
    assertRefused(sentence, args);
  }

  @Test
  void nothingIsGradedWithoutTheRightKey() {
    assertNotGraded("--hidden needs the key that", "--hidden", sealed);
    assertNotGraded("Wrong key: " + sealed, "--hidden", sealed, "--key-file", other);
    assertNotGraded("contains no key", "--hidden", sealed, "--key-file", table);
    assertNotGraded(
        "there is no such file or folder", "--hidden", sealed, "--key-file", folder.resolve("no"));
    assertNotGraded(
        "the environment variable ASSAY_NO_KEY is not set",
        "--hidden",
        sealed,
        "--key-env",
        "ASSAY_NO_KEY");
    assertNotGraded("not with a passphrase", "--hidden", sealed, "--passphrase-file", table);
    assertNotGraded("A key can only be used with --hidden", "--key-file", key);
    assertNotGraded(
        "Give only one of --key-file=FILE, --key-env=NAME.",
        "--hidden",
        sealed,
        "--key-file",
        key,
        "--key-env",
        "PATH");
  }

  @Test
  void nothingIsGradedOnAFileThatIsNotAsItWasSealed() throws IOException {
    assertNotGraded("is not a sealed set", "--hidden", table, "--key-file", key);
    byte[] bytes = Files.readAllBytes(sealed);
    bytes[bytes.length - 20] ^= 1;
    Path changed = Files.write(folder.resolve("changed"), bytes);
    assertNotGraded("was changed after it was sealed", "--hidden", changed, "--key-file", key);
    assertNotGraded("there is no such file", "--hidden", folder.resolve("no"), "--key-file", key);
  }

  @Test
  void theSetNamesProblemAndData() {
    assertNotGraded(
        "was sealed for iris, not for mnist",
        "--problem",
        "mnist",
        "--hidden",
        sealed,
        "--key-file",
        key);
    assertNotGraded(
        "was sealed for iris/embedded, not for full",
        "--data",
        "full",
        "--hidden",
        sealed,
        "--key-file",
        key);
  }

  @Test
  void sealingNeedsAProblemItsExamplesAFileAndAKey() {
    Path out = folder.resolve("out");
    assertRefused("Give PROBLEM", "seal");
    assertRefused("Give PROBLEM", "seal", "iris", "--table", table, "--out", out);
    assertRefused(
        "Give the examples as --table FILE, or as --features FILE and --labels FILE.",
        "seal",
        "iris",
        "--features",
        table,
        "--out",
        out,
        "--key-file",
        key);
    assertRefused(
        "Unknown problem: irsi", "seal", "irsi", "--table", table, "--out", out, "--key-file", key);
    assertRefused("only creates a key", "seal", "iris", "--new-key", out);
    assertRefused("already exists", "seal", "--new-key", key);
    assertRefused(
        "already exists", "seal", "iris", "--table", table, "--out", sealed, "--key-file", key);
    assertRefused(
        "there is no terminal to ask for it",
        "seal",
        "iris",
        "--table",
        table,
        "--out",
        out,
        "--passphrase");
  }

  @Test
  void aTableOfAnotherProblemIsNotSealed() {
    Path out = folder.resolve("out");
    Run run =
        Run.of("seal", "binary-classification", "--table", table, "--out", out, "--key-file", key);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("mine.csv, line 1: expected the header mean_radius");
    assertThat(out).doesNotExist();
  }

  @Test
  void whatIsUnsealedIsWhatWasSealedAndOverwritesNothing() throws IOException {
    Path plain = Files.createDirectory(folder.resolve("plain"));
    Object[] command = {"unseal", sealed, "--out", plain, "--key-file", key};
    assertThat(Run.of(command).out()).isEqualTo(plain.resolve("mine.csv") + "\n");
    assertThat(plain.resolve("mine.csv")).hasSameBinaryContentAs(table);
    assertRefused("already exists", command);
    assertRefused("Wrong key", "unseal", sealed, "--out", plain, "--key-file", other);
    assertRefused("cannot be created", "unseal", sealed, "--out", table, "--key-file", key);
  }

  @Test
  void anotherKeyTakesThePlaceOfTheOldOne() throws IOException {
    Path phrase = Files.writeString(folder.resolve("phrase"), "correct horse battery\n");
    assertRefused("Wrong key", "rotate", sealed, "--key-file", other, "--to-key-file", key);
    assertRefused(
        "12 to 1,000 characters",
        "rotate",
        sealed,
        "--key-file",
        key,
        "--to-passphrase-file",
        Files.writeString(folder.resolve("short"), "short"));
    Run run = Run.of("rotate", sealed, "--key-file", key, "--to-passphrase-file", phrase);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .containsPattern(
            " is now sealed with key [0-9a-f]{16} \\(was [0-9a-f]{16}\\); fingerprint unchanged:");
    assertNotGraded("sealed with a passphrase", "--hidden", sealed, "--key-file", key);
    Path plain = Files.createDirectory(folder.resolve("plain"));
    assertThat(Run.of("unseal", sealed, "--out", plain, "--passphrase-file", phrase).code())
        .isZero();
    assertThat(plain.resolve("mine.csv")).hasSameBinaryContentAs(table);
  }
}
