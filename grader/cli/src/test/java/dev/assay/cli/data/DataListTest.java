package dev.assay.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Run;
import dev.assay.datasets.catalogue.DataFile;
import dev.assay.datasets.catalogue.DatasetEntry;
import dev.assay.problems.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataListTest {
  @TempDir private Path folder;

  @Test
  void hasALineForEachDataSet() {
    Run run = Run.of("data", "list");
    assertThat(run.code()).isZero();
    List<DatasetEntry> entries = Problems.load().catalogue().entries();
    assertThat(run.out().lines()).hasSize(entries.size() + 1);
    for (DatasetEntry entry : entries) {
      assertThat(run.out().lines())
          .anyMatch(line -> line.startsWith(entry.id() + " ") && line.endsWith(entry.title()));
    }
  }

  @Test
  void saysWhetherAndWhereTheyAre() throws IOException {
    DataSets sets =
        SmallData.in(folder, SmallData.entry("one", "embedded"), SmallData.entry("two", "full"));
    assertThat(Run.of(sets, "data", "list").out()).contains("missing", "not fetched");
    write(folder.resolve("datasets/embedded/one-files"));
    write(folder.resolve("datasets/two-files"));
    assertThat(Run.of(sets, "data", "list").out())
        .contains("embedded      Small one", "in the cache  Small two");
    Path own = Files.createDirectories(folder.resolve("own"));
    assertThat(Run.of(sets, "data", "list", "--data-dir", own).out()).contains("missing");
    write(own.resolve("two-files"));
    assertThat(Run.of(sets, "data", "list", "--data-dir", own).out()).contains("in --data-dir");
  }

  private static void write(Path place) throws IOException {
    Files.createDirectories(place);
    Files.write(place.resolve("images.idx"), SmallData.IMAGES);
    Files.write(place.resolve("labels.idx"), SmallData.LABELS);
  }

  @Test
  void showsAllDetailsOfAProblemsDataSets() {
    String out = Run.of("data", "list", "mnist").out().replaceAll("\\s+", " ");
    for (DatasetEntry entry : Problems.load().catalogue().variants("mnist")) {
      assertThat(out)
          .contains(entry.key() + ": " + entry.title())
          .contains(entry.origin().source(), entry.origin().licence(), entry.origin().citation())
          .contains(entry.split().sentence().text());
      for (DataFile file : entry.fileSet().files()) {
        assertThat(out).contains(file.name(), file.sha256(), file.unpackedSha256());
      }
    }
    assertThat(out)
        .contains("stands in for: MNIST", "shape (28, 28), uint8, 0 to 255", "9,912,422 bytes");
  }

  @Test
  void tellsColumnsAndUnitsOfATable() {
    String out = Run.of("data", "list", "basic-regression").out().replaceAll("\\s+", " ");
    assertThat(out)
        .contains("displ, year, cyl, trans=auto")
        .contains("a number in miles per gallon")
        .contains("median_house_value, a number in 100,000 US dollars, the file's number / 100000");
  }

  @Test
  void refusesAnUnknownProblemAndFolder() {
    Run problem = Run.of("data", "list", "irs");
    assertThat(problem.code()).isEqualTo(2);
    assertThat(problem.err()).contains("Unknown problem: irs. Available: ").contains(" iris,");
    Run dir = Run.of("data", "list", "--data-dir", folder.resolve("none"));
    assertThat(dir.code()).isEqualTo(2);
    assertThat(dir.err()).contains("--data-dir: no such folder");
  }
}
