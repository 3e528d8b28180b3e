package dev.assay.report.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.report.examples.ExampleImage;
import dev.assay.report.examples.Mistake;
import dev.assay.report.examples.ValidationExamples;
import dev.assay.report.examples.ValuePair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesJsonTest {
  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsReadBackEqual() throws IOException {
    ValidationExamples examples =
        new ValidationExamples(
            20,
            2,
            List.of(
                new Mistake(3, "고양이", "<b>", 0.75, new ExampleImage(2, 1, 1, "AP8="), Map.of()),
                new Mistake(4, "a", "b", Double.NaN, null, Map.of("size", 1.5))),
            List.of(new ValuePair(1, -2.5)));
    Path file = folder.resolve("examples.json");
    JsonReports.write(examples, file);
    assertThat(JsonReports.readExamples(file)).isEqualTo(examples);
    assertThat(new ExampleImage(2, 1, 1, "AP8=").bytes()).containsExactly(0, -1);
  }

  @Test
  void anImageHasAsManyPixelsAsItsSizeSays() throws IOException {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ExampleImage(2, 2, 1, "AP8="))
        .withMessage("pixels must have 4 bytes. Received: 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ExampleImage(65, 2, 1, ""))
        .withMessage("an image must have 1 to 64 pixels on a side. Received: 65 x 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ExampleImage(2, 1, 2, "AP8="))
        .withMessage("channels must be 1 or 3. Received: 2");
    Path file = folder.resolve("examples.json");
    Files.writeString(
        file,
        """
        {"examples": 1, "wrong": 1, "mistakes": [{"row": 0, "actual": "a", "predicted": "b",
        "probability": null, "image": {"width": 9, "height": 9, "channels": 1, "pixels": ""},
        "features": {}}], "values": []}
        """);
    assertThatThrownBy(() -> JsonReports.readExamples(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("examples.json");
  }
}
