package dev.assay.worker.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.protocol.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

class CompileWorkerTest extends CompilingTest {
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
  void namesThatAreNotAsciiAreThoseOfTheMessages() throws IOException {
    source(
        "\uBD93\uAF43/\uBD93\uAF43\uB2F5\uC548.java",
        "public class \uBD93\uAF43\uB2F5\uC548 { int x = true; }");
    Message.Compiled compiled = compile();
    assertThat(compiled.errors())
        .singleElement()
        .extracting(Message.Diagnostic::file)
        .isEqualTo("\uBD93\uAF43/\uBD93\uAF43\uB2F5\uC548.java");
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
  void whatIsFoundFitsIntoAMessage() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1100; i++) {
      text.append(
          String.format(
              Locale.ROOT, "@dev.assay.problems.Answers(Ids.LONG) class A%d %s", i, "{}"));
    }
    source("Many.java", text.toString());
    source("Ids.java", "class Ids { static final String LONG = \"" + "x".repeat(10_000) + "\"; }");
    Message.Compiled compiled = compile();
    assertThat(compiled.builders()).hasSize(1000);
    assertThat(compiled.builders().get(0).problem()).isEqualTo("x".repeat(200) + " ...");
  }

  @Test
  void classesMayHaveAnyNameThatJavaAllows() throws IOException {
    source("붓꽃 답안/붓꽃답안.java", "public class 붓꽃답안 { static class Gebäude {} }");
    source("Café.java", "public class Café {}");
    assertThat(compile().errors()).isEmpty();
    try (ZipFile jar = new ZipFile(folder.resolve("classes.jar").toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName))
          .containsExactly("Café.class", "붓꽃답안$Gebäude.class", "붓꽃답안.class");
    }
  }

  @Test
  void whatTheCompilersProcessCannotReadIsNotTheCandidatesFault() throws IOException {
    source("Good.java", "class Good {}");
    classPath.add(folder.resolve("not here.jar"));
    assertThatThrownBy(this::run)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not here.jar of the class path cannot be read");
    classPath.remove(classPath.size() - 1);
    Files.delete(folder.resolve("src/0.java"));
    assertThatThrownBy(this::run).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void annotationProcessorsAreNotRun() throws IOException {
    Path marker = folder.resolve("marker");
    classPath.add(processorThatTouches(marker));
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
