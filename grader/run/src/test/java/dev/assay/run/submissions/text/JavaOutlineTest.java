package dev.assay.run.submissions.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaOutlineTest {
  @Test
  void aSourceIsOutlined() {
    String source =
        """
        // package wrong; public class Wrong {}
        package kr . exam;
        import java.util.List;
        /* @Answers("mnist") public class Wrong {} */
        @interface Marked {}
        class Helper { public class Inner {} String s = "public class Wrong {} \\" {"; char c = '"'; }
        @dev.assay.problems.Answers("iris") @Deprecated
        public final class 붓꽃답안 { String t = \"""
          @Answers("x") public class Wrong {}
          \"""; }
        """;
    assertThat(JavaOutline.of(source))
        .isEqualTo(new JavaOutline("kr.exam", "붓꽃답안", List.of("iris"), false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "public class A {} | A",
        "public sealed interface B permits C {} | B",
        "public non-sealed class C extends B {} | C",
        "public record D(int x) {} | D",
        "public @interface E {} | E",
        "public enum F { X } | F",
        "class G { public void m() {} } |",
        "public void main() {} class H {} |",
        "class I { public class J {} } public class K {} | K",
        "public class |",
        "'' |",
      })
  void thePublicTypeIsThatAtTheTop(String source, String type) {
    assertThat(JavaOutline.of(source == null ? "" : source).publicType()).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "import org.junit.jupiter.api.Test; | true",
        "import static org.junit.Assert.*; | true",
        "import org.testng.annotations.Test; | true",
        "import org.junitx.Test; | false",
        "class A { String s = \"import org.junit.Test;\"; } | false",
      })
  void aTestIsKnownByWhatItImports(String source, boolean test) {
    assertThat(JavaOutline.of(source).isTest()).isEqualTo(test);
  }

  @Test
  void answersAreFoundHoweverTheyAreWritten() {
    assertThat(JavaOutline.of("@ Answers ( value = \"iris\" ) class A {}").answers())
        .containsExactly("iris");
    assertThat(JavaOutline.of("Answers(\"iris\") @Answers(ID) @Other(\"x\")").answers()).isEmpty();
  }
}
