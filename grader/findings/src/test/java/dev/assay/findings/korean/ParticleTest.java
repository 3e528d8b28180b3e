package dev.assay.findings.korean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParticleTest {
  private static String with(String word, Particle particle) {
    return word + particle.after(word);
  }

  @ParameterizedTest
  @CsvSource({
    "손실 함수, 손실 함수는, 손실 함수가, 손실 함수를, 손실 함수와, 손실 함수로",
    "모델, 모델은, 모델이, 모델을, 모델과, 모델로",
    "층, 층은, 층이, 층을, 층과, 층으로",
  })
  void aSyllableIsReadAsItIsWritten(
      String word, String topic, String subject, String object, String with, String by) {
    assertThat(with(word, Particle.TOPIC)).isEqualTo(topic);
    assertThat(with(word, Particle.SUBJECT)).isEqualTo(subject);
    assertThat(with(word, Particle.OBJECT)).isEqualTo(object);
    assertThat(with(word, Particle.WITH)).isEqualTo(with);
    assertThat(with(word, Particle.BY)).isEqualTo(by);
  }

  @ParameterizedTest
  @CsvSource({"함수, 함수면, 함수여야", "모델, 모델이면, 모델이어야", "층, 층이면, 층이어야", "3, 3이면, 3이어야"})
  void anEndingOfIsFollowsAConsonantInFull(String word, String ifIs, String mustBe) {
    assertThat(with(word, Particle.IF_IS)).isEqualTo(ifIs);
    assertThat(with(word, Particle.MUST_BE)).isEqualTo(mustBe);
  }

  /** 은 after a consonant or ㄹ, 는 after a vowel; 으로 after a consonant only. */
  private static void assertReads(String word, FinalSound sound) {
    assertThat(SpokenText.end(word)).as(word).isEqualTo(sound);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2", "4", "5", "9", "0.25", "-4", "32", "(None, 4)", "1e-5", "95 %", "12%"})
  void numbersThatEndInAVowel(String number) {
    assertReads(number, FinalSound.VOWEL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "7", "8", "21", "0.97", "1,208", "UTF-8"})
  void numbersThatEndInRieul(String number) {
    assertReads(number, FinalSound.RIEUL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "3",
        "6",
        "10",
        "100",
        "1,000",
        "20000",
        "1,000,000",
        "100,000,000",
        "0.50",
        "0.0"
      })
  void numbersThatEndInAConsonant(String number) {
    assertReads(number, FinalSound.CONSONANT);
  }

  /** 1 조 is the only power of ten that ends in a vowel. */
  @Test
  void aTrillionEndsInAVowel() {
    assertReads("1,000,000,000,000", FinalSound.VOWEL);
    assertReads("10,000,000,000,000,000", FinalSound.CONSONANT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "64 MiB",
        "64.1 KiB",
        "60 s",
        "30 ms",
        "MFLOPs",
        "GB",
        "Hz",
        "5 MB",
        "$",
        "3+",
        "20 ℃"
      })
  void unitsAndSignsThatEndInAVowel(String unit) {
    assertReads(unit, FinalSound.VOWEL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"R²", "m³", "3 kg", "C#"})
  void unitsAndSignsThatEndInAConsonant(String unit) {
    assertReads(unit, FinalSound.CONSONANT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "loss",
        "val_loss",
        "accuracy",
        "learningRate",
        "Dense",
        "EarlyStopping.patience",
        "Layer",
        "softmax",
        "SOFTMAX",
        "SIGMOID",
        "RELU",
        "ReLU",
        "Conv2D",
        "shape",
        "weight",
        "batch",
        "optimizer",
        "mnist",
        "bias",
        "task",
        "method",
        "network",
        "float",
        "tag",
        "byte",
        "Flatten.of",
        "image",
        "sigmoid",
        "tanh",
        "seed",
        "CIFAR",
        "iris",
        "IrisAnswer.java",
        "training.csv",
        "test"
      })
  void englishThatEndsInAVowel(String word) {
    assertReads(word, FinalSound.VOWEL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model",
        "label",
        "table",
        "scale",
        "file",
        "kernel",
        "KERNEL",
        "model.compile(...)",
        "val",
        "cgroup.kill",
        "MatMul",
        "Label",
        "pixel",
        "AUC-PRL",
        "SQL",
        "URL",
        "html",
        "lr",
        "RL"
      })
  void englishThatEndsInRieul(String word) {
    assertReads(word, FinalSound.RIEUL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dropout",
        "input",
        "output",
        "dataset",
        "Rescaling",
        "EarlyStopping",
        "Adam",
        "RMSprop.momentum",
        "Normalization",
        "step",
        "map",
        "block",
        "callback",
        "metric",
        "engine",
        "name",
        "None",
        "json",
        "result.json",
        "NaN",
        "LSTM",
        "RNN",
        "CNN",
        "n",
        "type",
        "dtype",
        "DType",
        "job",
        "group",
        "zip",
        "answer.zip",
        "format",
        "bucket",
        "unit",
        "Python",
        "column",
        "logit",
        "optim",
        "NO_DATA_LOGIN"
      })
  void englishThatEndsInAConsonant(String word) {
    assertReads(word, FinalSound.CONSONANT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CPU", "GPU", "SGD", "GRU", "MSE", "AUC", "CSV", "API", "JDK", "k", "x", "npy", "pb"
      })
  void abbreviationsAreReadByLetters(String word) {
    assertReads(word, FinalSound.VOWEL);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"층\"', CONSONANT",
    "'`model`', RIEUL",
    "'과적합(overfitting)', CONSONANT",
    "'build(spec)', VOWEL",
    "'Dense.of(2)', VOWEL",
    "'compile(adam, loss(mse))', RIEUL",
    "'(None, 10)', CONSONANT",
    "'[iris, mnist]', VOWEL",
    "'층.', CONSONANT",
    "'층 ', CONSONANT",
    "'층...', CONSONANT",
    "'‘모델’', RIEUL",
    "'《층》', CONSONANT",
    "'dense_1', RIEUL",
    "'학습 곡선(learning curve)', CONSONANT",
  })
  void quotesBracketsAndPunctuationAreSilent(String text, FinalSound sound) {
    assertReads(text, sound);
  }

  /** As macOS stores names of files. */
  @Test
  void hangulThatIsTakenApartIsJoined() {
    assertReads("\u1100\u1161\u11A8", FinalSound.CONSONANT); // 각
    assertReads("caf\u00E9", FinalSound.VOWEL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "...", "()", "学", "мир", "🙂", "}"})
  void whatNobodyCanReadTakesBothForms(String text) {
    assertThat(Particle.TOPIC.after(text)).isEqualTo("은(는)");
    assertThat(Particle.BY.after(text)).isEqualTo("(으)로");
  }

  @Test
  void aLongTextIsReadAtItsEnd() {
    assertReads("x".repeat(100_000) + " 층", FinalSound.CONSONANT);
    assertReads("(".repeat(100_000), FinalSound.UNKNOWN);
    assertReads(")".repeat(100_000), FinalSound.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"는, 은", "은, 를", "a, b"})
  void unknownFormsAreRefused(String afterConsonant, String afterVowel) {
    assertThatIllegalArgumentException().isThrownBy(() -> Particle.of(afterConsonant, afterVowel));
  }
}
