package dev.assay.cli.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess;
import dev.assay.cli.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code assay run}: programs of the user's own, without a project. */
public class RunCommandTest {
  @TempDir private Path folder;

  private Path write(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, String.join("\n", lines) + "\n");
  }

  /** In a process of its own, as a program inherits the streams. */
  private Run run(Object... args) throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    Object[] all = new Object[args.length + 1];
    all[0] = "run";
    System.arraycopy(args, 0, all, 1, args.length);
    ProcessBuilder builder = AssayProcess.of(folder, log, all);
    // As the launcher sets it: without, Java reads names that are not ASCII as question marks.
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    return new Run(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8), "");
  }

  @Test
  void aProgramTrainsOnADataSetAndItsExitCodeIsPassedThrough() throws Exception {
    Path program =
        write(
            "내모델.java",
            "import dev.assay.keras.layers.*;",
            "import dev.assay.keras.losses.Loss;",
            "import dev.assay.keras.models.Sequential;",
            "import dev.assay.keras.optimizers.SGD;",
            "import dev.assay.keras.training.*;",
            "import dev.assay.programs.*;",
            "import dev.assay.training.KerasModel;",
            "public class 내모델 {",
            "  public static void main(String[] args) {",
            "    var data = Datasets.load(args[0], \"embedded\");",
            "    var model = Sequential.of(Normalization.layer(), Dense.of(1))",
            "        .compile(SGD.withLearningRate(0.1), Loss.MEAN_SQUARED_ERROR);",
            "    try (var running = KerasModel.of(model, data.input(), 1)) {",
            "      running.fit(data.train(), FitPlan.epochs(2), data.validation());",
            "    }",
            "    System.out.println(\"끝 \" + String.join(\" \", args));",
            "    System.exit(args.length);",
            "  }",
            "}");

    Run run = run(program, "basic-regression", "--help", "@none", "인자");

    assertThat(run.out())
        .contains("Epoch 1/2\n3/3 - ", "Epoch 2/2\n3/3 - ", " - val_loss: ")
        .endsWith("끝 basic-regression --help @none 인자\n");
    assertThat(run.code()).isEqualTo(4);
  }

  @Test
  void anExceptionIsShownWithTheUsersFileAndExitsWithOne() throws Exception {
    Path program =
        write(
            "Fails.java",
            "class Fails {",
            "  public static void main(String[] args) {",
            "    throw new IllegalStateException(\"my own\");",
            "  }",
            "}");

    Run run = run(program);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("java.lang.IllegalStateException: my own", "at Fails.main(Fails.java:3)");
  }

  @Test
  @Tag("exhaustive")
  void aFolderIsOneProgramWithoutItsTests() throws Exception {
    write(
        "project/src/main/java/a/Main.java",
        "package a;",
        "public class Main {",
        "  public static void main(String... args) { System.out.println(b.Other.NAME); }",
        "}");
    write(
        "project/src/main/java/b/Other.java",
        "package b; public class Other { public static final String NAME = \"other\"; }");
    write("project/src/test/java/a/MainTest.java", "package a; class MainTest extends Missing {}");

    Run run = run(folder.resolve("project"));

    assertThat(run.out()).isEqualTo("other\n");
    assertThat(run.code()).isZero();
  }

  @Test
  @Tag("exhaustive")
  void whatDoesNotCompileGetsTheCompilersMessages() throws Exception {
    Path program =
        write("답.java", "class 답 {", "  public static void main(String[] args) { 모델 x; }", "}");

    Run run = Run.of("run", program);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith(program + ":2: error: cannot find symbol\n")
        .contains("{ 모델 x; }\n", "^\n", "symbol:   class 모델")
        .doesNotContain("Only ");
  }

  @Test
  void aFileThatNeedsItsNeighboursIsToldToPassTheFolder() throws Exception {
    Path program =
        write("One.java", "class One { public static void main(String[] a) { Two.go(); } }");
    write("Two.java", "class Two { static void go() {} }");

    assertThat(Run.of("run", program).err())
        .endsWith(
            "Only One.java was compiled. Pass its folder to compile the other Java files with"
                + " it.\n");
  }

  @Test
  @Tag("exhaustive")
  void theClassToBeginWithIsChosenWhereThereAreSeveral() throws Exception {
    Path program =
        write(
            "Two.java",
            "class A { public static void main(String[] args) {} }",
            "class B { public static void main(String[] args) {} }");

    assertThat(Run.of("run", program).err())
        .isEqualTo(
            program
                + " has several classes with a main method: A, B. Choose one with --main CLASS.\n");
    assertThat(Run.of("run", "--main", "C", program).err())
        .isEqualTo(program + " has no class C with a main method. It has: A, B.\n");
    assertThat(Run.of("run", "--main", "B", program).code()).isZero();
  }

  @Test
  void anAnswerIsToldToBeGraded() throws Exception {
    Path program = write("Answer.java", "class Answer { void main() {} }");

    Run run = Run.of("run", program);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .startsWith(program + " has no main method. A program begins with ")
        .contains("`assay grade`");
  }

  @Test
  @Tag("exhaustive")
  void aSourceInAnotherEncodingIsNamed() throws Exception {
    Path program = folder.resolve("Old.java");
    Files.write(program, "class Old {} // 한글".getBytes("MS949"));

    assertThat(Run.of("run", program).err())
        .isEqualTo(
            program
                + " is not encoded in UTF-8. Save it as UTF-8 in your editor and run it again.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothere.java", "--data-dir nothere X.java"})
  void wrongPathsExitWithTwo(String arguments) {
    Run run = Run.of((Object[]) ("run " + arguments).split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("assay: ").contains("nothere", "assay run --help");
  }
}
