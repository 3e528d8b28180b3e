package dev.assay.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.worker.protocol.Job;
import dev.assay.worker.protocol.Json;
import dev.assay.worker.protocol.Message;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompileWorkerTest {
  private static final String BUILDER =
      """
       implements dev.assay.problems.ModelBuilder {
        public dev.assay.keras.models.Model build(dev.assay.problems.ProblemSpec spec) {
          return null;
        }
        public dev.assay.keras.training.FitPlan fit(dev.assay.problems.ProblemSpec spec) {
          return null;
        }
      }
      """;

  @TempDir Path folder;
  private final List<String> sources = new ArrayList<>();
  private final List<String> classPath = classPathOfThisProcess();

  private void source(String name, String text) throws IOException {
    Path file = folder.resolve("src").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    sources.add(name);
  }

  private Message.Compiled compile() throws IOException {
    return (Message.Compiled) run();
  }

  private Message run() throws IOException {
    Path classes = folder.resolve("classes.jar");
    Job.Compile job =
        new Job.Compile(
            folder.resolve("src").toString(),
            sources,
            List.copyOf(classPath),
            classes.toString(),
            folder.resolve("model.pb").toString(),
            folder.resolve("model.json").toString());
    Message message = CompileWorker.run(job);
    assertThat(Json.read(Json.write(message), Message.class)).isEqualTo(message);
    return message;
  }

  private static List<String> classPathOfThisProcess() {
    String path = Objects.requireNonNull(System.getProperty("java.class.path"));
    return new ArrayList<>(Arrays.asList(path.split(File.pathSeparator)));
  }

  @Test
  void anAnswerIsFoundAndCompiled() throws IOException {
    source("a/Good.java", "package a; @dev.assay.problems.Answers(\"iris\") class Good" + BUILDER);
    Message.Compiled compiled = compile();
    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.builders()).containsExactly(new Message.Builder("a.Good", "iris"));
    try (ZipFile jar = new ZipFile(folder.resolve("classes.jar").toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName)).containsExactly("a/Good.class");
    }
  }

  @Test
  void aByteOrderMarkIsNoCharacterOfTheSource() throws IOException {
    source("Good.java", "\uFEFF@dev.assay.problems.Answers(\"iris\") class Good" + BUILDER);
    source("Bad.java", "\uFEFFclass Bad { int x = true; }");
    Message.Compiled compiled = compile();
    assertThat(compiled.builders()).containsExactly(new Message.Builder("Good", "iris"));
    assertThat(compiled.errors()).hasSize(1);
    assertThat(compiled.errors().get(0).file()).isEqualTo("Bad.java");
    assertThat(compiled.errors().get(0).column()).isEqualTo(21);
    assertThat(compiled.errors().get(0).source()).isEqualTo("class Bad { int x = true; }");
  }

  @Test
  void nestedClassesAreFoundByTheirBinaryName() throws IOException {
    source(
        "a/Outer.java",
        "package a; import dev.assay.problems.Answers; class Outer {"
            + "@Answers(\"iris\") static class One"
            + BUILDER
            + "static class Middle { @Answers(value = \"mnist\") static class Two"
            + BUILDER
            + "} }");
    assertThat(compile().builders())
        .containsExactly(
            new Message.Builder("a.Outer$One", "iris"),
            new Message.Builder("a.Outer$Middle$Two", "mnist"));
  }

  @Test
  void theDefaultPackageIsNoObstacle() throws IOException {
    source("Plain.java", "@dev.assay.problems.Answers(\"iris\") class Plain" + BUILDER);
    assertThat(compile().builders()).containsExactly(new Message.Builder("Plain", "iris"));
  }

  @Test
  void theIdMayBeAConstantExpression() throws IOException {
    source("a/Ids.java", "package a; class Ids { static final String FASHION = \"fashion\"; }");
    source(
        "a/Answer.java",
        "package a; import dev.assay.problems.Answers;"
            + "@Answers(Ids.FASHION + \"-mnist\") class Answer"
            + BUILDER);
    assertThat(compile().builders())
        .containsExactly(new Message.Builder("a.Answer", "fashion-mnist"));
  }

  @Test
  void severalAnswersToOneProblemAreAllFound() throws IOException {
    source("a/A.java", "package a; @dev.assay.problems.Answers(\"iris\") class A" + BUILDER);
    source("b/B.java", "package b; @dev.assay.problems.Answers(\"iris\") class B" + BUILDER);
    assertThat(compile().builders())
        .extracting(Message.Builder::className)
        .containsExactlyInAnyOrder("a.A", "b.B");
  }

  @Test
  void anAnnotationOfTheSameNameIsNoAnswer() throws IOException {
    source("a/Answers.java", "package a; @interface Answers { String value(); }");
    source("a/Quiz.java", "package a; @Answers(\"iris\") class Quiz {}");
    Message.Compiled compiled = compile();
    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.builders()).isEmpty();
  }

  @Test
  void aTypeErrorHasItsPlaceAndTheAnswerIsStillFound() throws IOException {
    source(
        "a/Wrong.java",
        "package a;\n\n@dev.assay.problems.Answers(\"iris\")\nclass Wrong"
            + BUILDER.replaceFirst("\\}\\s*$", "  int x = \"\u00e4 \u6f22\";\n}\n"));
    Message.Compiled compiled = compile();
    assertThat(compiled.builders()).containsExactly(new Message.Builder("a.Wrong", "iris"));
    assertThat(compiled.errors())
        .containsExactly(
            new Message.Diagnostic(
                "a/Wrong.java",
                11,
                11,
                "incompatible types: java.lang.String cannot be converted to int",
                "  int x = \"\u00e4 \u6f22\";"));
  }

  @Test
  void aSyntaxErrorHasItsPlaceAndTheAnswerIsStillFound() throws IOException {
    source(
        "a/Wrong.java",
        "package a;\nclass Wrong {\n@dev.assay.problems.Answers(\"iris\") class In {\n\tint x = 1\n}}");
    Message.Compiled compiled = compile();
    assertThat(compiled.builders()).containsExactly(new Message.Builder("a.Wrong$In", "iris"));
    assertThat(compiled.errors())
        .containsExactly(
            new Message.Diagnostic("a/Wrong.java", 4, 18, "';' expected", "\tint x = 1"));
  }

  @Test
  void anErrorInOneFileDoesNotHideTheAnswerInAnother() throws IOException {
    source("a/Broken.java", "package a; class Broken { int x = ; }");
    source("a/Good.java", "package a; @dev.assay.problems.Answers(\"iris\") class Good" + BUILDER);
    Message.Compiled compiled = compile();
    assertThat(compiled.errors())
        .extracting(Message.Diagnostic::file)
        .containsOnly("a/Broken.java");
    assertThat(compiled.builders()).containsExactly(new Message.Builder("a.Good", "iris"));
  }

  @Test
  void whatIsFoundFitsIntoAMessage() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1100; i++) {
      text.append("@dev.assay.problems.Answers(Ids.LONG) class A%d %s".formatted(i, "{}"));
    }
    source("Many.java", text.toString());
    source("Ids.java", "class Ids { static final String LONG = \"" + "x".repeat(10_000) + "\"; }");
    Message.Compiled compiled = compile();
    assertThat(compiled.builders()).hasSize(1000);
    assertThat(compiled.builders().get(0).problem()).isEqualTo("x".repeat(200) + " ...");
  }

  @Test
  void classesOfVeryManyBytesAreNotKept() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 600; i++) {
      text.append("class X%d { String s = Long.TEXT + %d; }".formatted(i, i));
    }
    source("Many.java", text.toString());
    source(
        "Long.java", "class Long { static final String TEXT = \"" + "x".repeat(60_000) + "\"; }");
    assertThat(run())
        .isInstanceOfSatisfying(
            Message.Failed.class,
            failed -> {
              assertThat(failed.cause()).isEqualTo(Message.Cause.CANDIDATE);
              assertThat(failed.text()).contains("more than the 33,554,432 bytes of classes");
            });
  }

  @Test
  void anAnnotationThatOnlyLooksLikeOursIsTheAnswersFault() throws IOException {
    source(
        "dev/assay/problems/Answers.java",
        "package dev.assay.problems; public @interface Answers { int value(); }");
    source("Answer.java", "@dev.assay.problems.Answers(5) class Answer {}");
    assertThat(run())
        .isInstanceOfSatisfying(
            Message.Failed.class,
            failed -> {
              assertThat(failed.cause()).isEqualTo(Message.Cause.CANDIDATE);
              assertThat(failed.text()).contains("The compiler gave up on the sources");
            });
  }

  @Test
  void longLinesAndLongMessagesAreCut() throws IOException {
    String line = "class Wide { String s = \"" + "x".repeat(2 << 20) + "\" + y; }";
    source("Wide.java", line + "\nclass N" + "n".repeat(100_000) + " extends Missing {}");
    Message.Compiled compiled = compile();
    assertThat(compiled.errors()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(Json.write(compiled).length()).isLessThan(10_000);
  }

  @Test
  void bytesThatAreNotUtf8AreAnError() throws IOException {
    source("Latin.java", "");
    Files.write(
        folder.resolve("src/Latin.java"),
        new byte[] {'/', '/', ' ', (byte) 0xe4, '\n', 'c', 'l', 'a', 's', 's', ' ', 'L', '{', '}'});
    assertThat(compile().errors())
        .first()
        .satisfies(
            error -> {
              assertThat(error.text()).contains("unmappable character");
              assertThat(error.line()).isEqualTo(1);
            });
  }

  @Test
  void onlyWhatIsOnTheClassPathCanBeUsed() throws IOException {
    classPath.removeIf(entry -> entry.contains("datasets"));
    source("Peek.java", "class Peek { dev.assay.datasets.Npy data; }");
    assertThat(compile().errors())
        .extracting(Message.Diagnostic::text)
        .first()
        .asString()
        .contains("dev.assay.datasets");
  }

  @Test
  void annotationProcessorsAreNotRun() throws IOException {
    Path marker = folder.resolve("marker");
    classPath.add(processorThatTouches(marker).toString());
    source("Plain.java", "@Deprecated class Plain {}");
    assertThat(compile().errors()).isEmpty();
    assertThat(marker).doesNotExist();
  }

  /** A folder that javac would take a processor from. */
  private Path processorThatTouches(Path marker) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("processor"));
    Path source = folder.resolve("Evil.java");
    Files.writeString(
        source,
        """
        import java.util.Set;
        import javax.annotation.processing.AbstractProcessor;
        import javax.annotation.processing.RoundEnvironment;
        import javax.annotation.processing.SupportedAnnotationTypes;
        import javax.lang.model.element.TypeElement;
        @SupportedAnnotationTypes("*")
        public class Evil extends AbstractProcessor {
          static { new java.io.File("%s").mkdir(); }
          @Override public boolean process(Set<? extends TypeElement> a, RoundEnvironment r) {
            return false;
          }
        }
        """
            .formatted(marker));
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-d", classes.toString(), source.toString());
    assertThat(code).isZero();
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(services.resolve("javax.annotation.processing.Processor"), "Evil\n");
    return classes;
  }
}
