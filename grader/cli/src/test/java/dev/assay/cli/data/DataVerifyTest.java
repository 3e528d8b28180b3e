package dev.assay.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataVerifyTest {
  @TempDir private Path folder;

  @Test
  void findsTheEmbeddedDataAsPublished() {
    Run run = Run.of("data", "verify", "--data", "embedded");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("iris/embedded in ", "  ok          iris.csv is the published file")
        .contains("10 files are as published.");
  }

  @Test
  void whatIsNotFetchedMattersOnlyWhenItIsNamed() {
    DataSets sets = SmallData.in(folder, SmallData.entry("one", "full"));
    Run all = Run.of(sets, "data", "verify");
    assertThat(all.code()).isZero();
    assertThat(all.out())
        .contains("  missing     images.idx")
        .contains("0 files are as published; 2 optional files have not been downloaded.");
    Run named = Run.of(sets, "data", "verify", "one");
    assertThat(named.code()).isEqualTo(1);
    assertThat(named.out())
        .contains("Get it with: ./assay data fetch one")
        .contains("2 files are missing or not as published");
  }

  @Test
  void aMissingEmbeddedFileAlwaysMatters() {
    DataSets sets = SmallData.in(folder, SmallData.entry("one", "embedded"));
    Run run = Run.of(sets, "data", "verify");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("restore it with 'git checkout -- datasets/embedded'");
  }

  @Test
  void namesAFileThatDiffers() throws IOException {
    Path place = Files.createDirectories(folder.resolve("own/one-files"));
    Files.write(place.resolve("images.idx"), SmallData.LABELS);
    Files.write(place.resolve("labels.idx"), SmallData.LABELS);
    DataSets sets = SmallData.in(folder, SmallData.entry("one", "full"));
    Run run = Run.of(sets, "data", "verify", "--data-dir", folder.resolve("own"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("DIFFERS     images.idx differs from the published file (SHA-256 ")
        .contains("ok          labels.idx is the published file")
        .contains("results will say that the data differs")
        .contains("1 file is missing or not as published; 1 file is as published.");
  }

  @Test
  void refusesWhatThereIsNot() {
    assertThat(Run.of("data", "verify", "nope").code()).isEqualTo(2);
    assertThat(Run.of("data", "verify", "--data", "nope").code()).isEqualTo(2);
    assertThat(Run.of("data", "verify", "--data-dir", folder.resolve("no")).code()).isEqualTo(2);
    assertThat(Run.of("data").code()).isEqualTo(2);
  }
}
