package dev.assay.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.keras.models.manifest.Parts;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {
  static List<Job> jobs() {
    return Samples.jobs();
  }

  static List<Message> messages() {
    return Samples.messages();
  }

  static List<BuiltModel> models() {
    return Samples.models();
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void everyJobComesBackAsItWas(Job job) {
    assertThat(Json.read(oneLine(job), Job.class)).isEqualTo(job);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void everyMessageComesBackAsItWas(Message message) {
    assertThat(Json.read(oneLine(message), Message.class)).isEqualTo(message);
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyModelComesBackAsItWas(BuiltModel model) {
    assertThat(Json.read(oneLine(model), BuiltModel.class)).isEqualTo(model);
  }

  /** What is trained would otherwise not be what is counted and predicted with. */
  @Test
  void anEnsembleHasTheWeightsOfItsParts() {
    BuiltModel ensemble = Samples.models().get(2);
    String other = Json.write(ensemble).replaceFirst("normalization/mean", "another/mean");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.read(other, BuiltModel.class))
        .withMessageContaining("the weights of the ensemble are not those of its parts");
  }

  @Test
  void anEnsembleNeedsACombiner() {
    BuiltModel ensemble = Samples.models().get(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Parts(ensemble.parts().members(), null))
        .withMessageStartingWith("Parts: members need a combiner. Received: 2 members");
  }

  @Test
  void theSamplesHaveEveryKind() {
    assertThat(kinds(Samples.jobs())).isEqualTo(permitted(Job.class));
    assertThat(kinds(Samples.messages())).isEqualTo(permitted(Message.class));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"type":"Step","epoch":1,"step":1,"steps":2,"values":{},"more":1} | more
          {"type":"Step","epoch":1,"step":1,"values":{}}                    | steps
          {"type":"Step","epoch":1,"step":1,"steps":null,"values":{}}       | null
          {"type":"Step","epoch":1,"step":1,"steps":2,"values":null}        | values
          {"type":"Step","epoch":1,"epoch":1,"step":1,"steps":2,"values":{}}| Duplicate
          {"type":"Step","epoch":1,"step":1,"steps":2,"values":{"a":NaN}}   | NaN
          {"type":"Step","epoch":1.5,"step":1,"steps":2,"values":{}}        | 1.5
          {"type":"java.lang.Object"}                                       | java.lang.Object
          {"type":"Exit"}                                                   | Exit
          {"type":"Failed","cause":"MINE","sentence":null}                  | MINE
          {"type":"Failed","cause":"WORKER","sentence":null}                | sentence
          {"type":"Built"} {"type":"Built"}                                 | Trailing
          {"epoch":1}                                                       | type
          [1]                                                               | type
          {"type":"Built"                                                   | end-of-input
          ``                                                                | content
          null                                                              | null
          """)
  void whatIsNoMessageIsRefusedAndTheTypeNamed(String json, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.read(json, Message.class))
        .withMessageContaining("Message")
        .withMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "manifest",
    "fit",
    "input",
    "heads",
    "outputs",
    "weights",
    "compilation",
    "callbacks",
    "loss"
  })
  void aPartOfAModelThatIsNullIsRefused(String property) {
    String json = Json.write(Samples.model());
    String broken = json.replaceFirst("\"%s\":(\\{|\\[)".formatted(property), nulled(property));
    assertThat(broken).isNotEqualTo(json);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.read(broken, BuiltModel.class))
        .withMessageContaining("BuiltModel");
  }

  /** Null, and the value that was there under a name that nobody reaches. */
  private static String nulled(String property) {
    return "\"%s\":null,\"was-%s\":$1".formatted(property, property);
  }

  @Test
  void tooLongIsRefusedBeforeItIsParsed() {
    String json = " ".repeat(Json.MAX_BYTES) + "{\"type\":\"Built\"}";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.read(json, Message.class))
        .withMessageContaining("Message")
        .withMessageContaining("4194320")
        .withMessageContaining("4194304");
  }

  @Test
  void tooDeepIsRefused() {
    String deep = "[".repeat(100_000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.read("{\"type\":" + deep, Message.class))
        .withMessageContaining("Message")
        .withMessageContaining("depth");
  }

  @Test
  void aStringOfMoreThanAMebibyteIsRefused() {
    Message.Builder builder = new Message.Builder("x".repeat((1 << 20) + 1), "iris");
    String json = Json.write(new Message.Compiled(List.of(builder), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.read(json, Message.class))
        .withMessageContaining("Message")
        .withMessageContaining("1048576");
  }

  @Test
  void aHintComesBackWithTheSentencesInIt() {
    Message.Compiled compiled =
        (Message.Compiled)
            Samples.messages().stream()
                .filter(Message.Compiled.class::isInstance)
                .findFirst()
                .orElseThrow();
    Message.Compiled read = Json.read(Json.write(compiled), Message.Compiled.class);
    assertThat(read.errors())
        .extracting(Message.Diagnostic::hint)
        .filteredOn(hint -> hint != null)
        .singleElement()
        .hasToString(
            "Java has no named arguments. Write Dense.of(16) (import a.Dense;) or Dense.of(16,"
                + " RELU).");
  }

  /** A builder's process may send what it likes: the grader must never fail on it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"code":"NO_SUCH_CODE","arguments":{}}                                | NO_SUCH_CODE
          {"code":"RETURNED_NULL","arguments":{"call":null}}                    | arguments
          {"code":"CLASS_IS_ABSTRACT","arguments":{}}                           | class
          {"code":"CLASS_IS_ABSTRACT","arguments":{"class":{"a":1}}}            | class
          {"code":"CLASS_IS_ABSTRACT","arguments":{"class":[1]}}                | arguments
          {"code":"PROBE_TOOK","arguments":{"bytes":"many"}}                    | PROBE_TOOK
          {"code":"LIBRARY_NAMES","arguments":{"a":[[]]}}                       | arguments
          {"code":"BUILDER_FAILED","arguments":{"reason":{"code":"LIBRARY_NAMES","arguments":{}}}}| arguments
          {"code":"OTHER_FAILURE","arguments":{"reason":"a"},"more":1}          | more
          {"code":"NOTHING_TO_TRAIN","arguments":{"sharedBy":3}}                | members
          "OTHER_FAILURE"                                                       | Sentence
          """)
  void aForgedFailureIsRefused(String sentence, String reason) {
    String json =
        "{\"type\":\"Failed\",\"cause\":\"CANDIDATE\",\"sentence\":%s}".formatted(sentence);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.read(json, Message.class))
        .withMessageContaining("Message")
        .withMessageContaining(reason);
  }

  @Test
  void anExceptionsOwnWordsAreCutWhereTheyAreVeryLong() {
    Message.Failed failed = new Message.Failed(Message.Cause.WORKER, "x".repeat(20_000));
    assertThat(failed.text()).hasSizeLessThan(8_100).endsWith(" ...");
  }

  private static String oneLine(Object value) {
    String line = Json.write(value);
    assertThat(line).doesNotContain("\n");
    return line;
  }

  private static Set<Class<?>> kinds(List<?> values) {
    return values.stream().map(Object::getClass).collect(Collectors.toSet());
  }

  private static Set<Class<?>> permitted(Class<?> type) {
    return Arrays.stream(type.getPermittedSubclasses()).collect(Collectors.toSet());
  }
}
