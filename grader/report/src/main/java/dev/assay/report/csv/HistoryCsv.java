package dev.assay.report.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.commons.files.WholeFile;
import dev.assay.report.model.EpochLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A training's history as Keras's {@code CSVLogger} writes it: epochs from 0, then the values by
 * name in alphabetical order, "NA" where there is none; lines end with CR and LF.
 *
 * @param separator between the columns
 * @param append whether lines are added to a file that is there; it is replaced otherwise
 * @param learningRate whether there is a column learning_rate
 */
public record HistoryCsv(char separator, boolean append, boolean learningRate) {
  /** A file to append to that is larger is none of ours, and replaced. */
  private static final long MAX_BYTES = 16 << 20;

  private static final String RATE = "learning_rate";

  /**
   * Writes the history so that a reader finds the old file or the whole new one.
   *
   * @param history a line an epoch
   * @param file where to; a symbolic link there is replaced, not followed
   * @throws IOException if it cannot be written; the message names the file
   */
  public void write(List<EpochLine> history, Path file) throws IOException {
    StringBuilder text = new StringBuilder(append ? present(file) : "");
    CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(separator).get();
    List<String> names = names(history);
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      if (text.isEmpty()) {
        printer.print("epoch");
        printer.printRecord(names);
      }
      for (EpochLine epoch : history) {
        printer.print(epoch.epoch() - 1);
        printer.printRecord(names.stream().map(name -> cell(epoch, name)));
      }
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    WholeFile.write(file, text.toString().getBytes(UTF_8));
  }

  private static String present(Path file) throws IOException {
    boolean ours =
        Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= MAX_BYTES;
    return ours ? new String(Files.readAllBytes(file), UTF_8) : "";
  }

  private List<String> names(List<EpochLine> history) {
    TreeSet<String> names = new TreeSet<>();
    history.forEach(epoch -> names.addAll(epoch.values().keySet()));
    if (learningRate) {
      names.add(RATE);
    }
    return new ArrayList<>(names);
  }

  /** Numbers as Python reads them. */
  private String cell(EpochLine epoch, String name) {
    Double value =
        learningRate && name.equals(RATE)
            ? Double.valueOf(epoch.learningRate())
            : epoch.values().get(name);
    if (value == null) {
      return "NA";
    }
    if (value.isNaN()) {
      return "nan";
    }
    if (value.isInfinite()) {
      return value > 0 ? "inf" : "-inf";
    }
    return value.toString();
  }
}
