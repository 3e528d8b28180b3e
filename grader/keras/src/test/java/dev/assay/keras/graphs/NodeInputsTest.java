package dev.assay.keras.graphs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeInputsTest {
  @ParameterizedTest
  @CsvSource({
    "dense/MatMul, dense/MatMul, false",
    "dense/MatMul:0, dense/MatMul, false",
    "split:12, split, false",
    "^dense/MatMul, dense/MatMul, true",
    "^init:0, init, true",
    "1, 1, false",
    "layer_2, layer_2, false",
  })
  void anInputNamesItsNodeAndSaysWhetherItOnlyWaits(String input, String node, boolean control) {
    assertThat(NodeInputs.node(input)).isEqualTo(node);
    assertThat(NodeInputs.isControl(input)).isEqualTo(control);
  }

  /** What only a forged graph holds must not be an error here: inspections report it. */
  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "^, ''",
    ":, :",
    ":1, ''",
    "a:, a:",
    "a:b, a:b",
    "a:b:1, a:b",
    "a:1x, a:1x",
    "a:١, a:١",
    "a:99999999999999999999, a",
    "a^b, a^b",
  })
  void everyTextIsRead(String input, String node) {
    assertThat(NodeInputs.node(input)).isEqualTo(node);
  }

  @ParameterizedTest
  @CsvSource({"x, m/x", "x:0, m/x:0", "x:3, m/x:3", "^x, ^m/x"})
  void aRenamedInputStaysOfItsKind(String input, String renamed) {
    assertThat(NodeInputs.renamed(input, node -> "m/" + node)).isEqualTo(renamed);
  }

  @Test
  void anInputRenamedToItselfIsTheSameText() {
    assertThat(NodeInputs.renamed("^a/b:7", name -> name)).isEqualTo("^a/b:7");
  }
}
