package dev.assay.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.run.submissions.HandIn;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequiredDataTest {
  @TempDir private Path folder;
  private Samples samples = new Samples(Path.of(""));

  @BeforeEach
  void begin() {
    samples = new Samples(folder);
  }

  private List<String> missing(boolean named, String source) throws Exception {
    Samples.source(folder.resolve("ann"), source);
    List<HandIn> submissions = HandedIn.find(List.of(folder.resolve("ann"))).submissions();
    Selection selection =
        new Selection(samples.assignments("full"), List.of(Samples.IRIS, Samples.FASHION), named);
    return new RequiredData(selection)
        .missing(submissions).stream().map(missing -> missing.entry().key()).toList();
  }

  @Test
  void ofNamedProblemsAllDataIsRequiredButWhatShipsWithAssay() throws Exception {
    assertThat(missing(true, "class Ann {}")).containsExactly("fashion-mnist/full");
  }

  @Test
  void otherwiseTheDataOfTheProblemsThatTheSourcesAnswerIsRequired() throws Exception {
    assertThat(missing(false, "@Answers(\"fashion-mnist\") class Ann {}"))
        .containsExactly("fashion-mnist/full");
    assertThat(missing(false, "@Answers(\"iris\") class Ann {}")).isEmpty();
  }

  @Test
  void dataThatIsThereIsNotMissing() throws Exception {
    samples.fetch(samples.assignments("full").of(Samples.FASHION).orElseThrow().entry());
    assertThat(missing(true, "class Ann {}")).isEmpty();
  }

  @Test
  void theReasonNamesTheFilesAndTheWayToGetThem() {
    Selection selection =
        new Selection(samples.assignments("full"), List.of(Samples.FASHION), true);
    assertThat(new RequiredData(selection).missing(List.of()))
        .singleElement()
        .extracting(RequiredData.Missing::reason)
        .asString()
        .contains("train-images-idx3-ubyte.gz", "assay data fetch fashion-mnist");
  }
}
