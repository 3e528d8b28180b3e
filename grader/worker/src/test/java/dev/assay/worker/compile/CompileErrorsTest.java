package dev.assay.worker.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.HintCode;
import dev.assay.findings.Sentence;
import dev.assay.protocol.Json;
import dev.assay.protocol.Message;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CompileErrorsTest extends CompilingTest {
  private void assertRefused(String words) throws IOException {
    assertThat(run())
        .isInstanceOfSatisfying(
            Message.Failed.class,
            failed -> {
              assertThat(failed.cause()).isEqualTo(Message.Cause.CANDIDATE);
              assertThat(failed.text()).contains(words);
            });
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
        """
        package a;
        class Wrong {
        @dev.assay.problems.Answers("iris") class In {
        \tint x = 1
        }}""");
    Message.Compiled compiled = compile();
    assertThat(compiled.builders()).containsExactly(new Message.Builder("a.Wrong$In", "iris"));
    assertThat(compiled.errors())
        .containsExactly(
            new Message.Diagnostic(
                "a/Wrong.java",
                4,
                18,
                "';' expected",
                "\tint x = 1",
                Sentence.of(HintCode.SEMICOLON_MISSING, "line", 4)));
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
  void classesOfVeryManyBytesAreNotKept() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 600; i++) {
      text.append(String.format(Locale.ROOT, "class X%d { String s = Long.TEXT + %d; }", i, i));
    }
    source("Many.java", text.toString());
    source(
        "Long.java", "class Long { static final String TEXT = \"" + "x".repeat(60_000) + "\"; }");
    assertRefused("more than the 33,554,432 bytes of classes");
  }

  @Test
  void anAnnotationThatOnlyLooksLikeOursIsTheAnswersFault() throws IOException {
    source(
        "dev/assay/problems/Answers.java",
        "package dev.assay.problems; public @interface Answers { int value(); }");
    source("Answer.java", "@dev.assay.problems.Answers(5) class Answer {}");
    assertRefused("The compiler failed internally on these sources: ");
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
  void onlyWhatIsOnTheClassPathCanBeUsed() throws IOException {
    classPath.removeIf(entry -> entry.toString().contains("datasets"));
    source("Peek.java", "class Peek { dev.assay.datasets.arrays.Npy data; }");
    assertThat(compile().errors())
        .extracting(Message.Diagnostic::text)
        .first()
        .asString()
        .contains("dev.assay.datasets");
  }

  @Test
  void aModuleInAFileOfAnotherNameIsAnError() throws IOException {
    source("a/Answer.java", "module x {}");
    assertThat(compile().errors())
        .extracting(Message.Diagnostic::text)
        .containsExactly("module declarations should be in a file named module-info.java");
  }
}
