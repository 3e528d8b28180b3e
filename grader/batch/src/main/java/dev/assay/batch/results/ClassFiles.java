package dev.assay.batch.results;

import dev.assay.commons.files.WholeFile;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.report.gradebook.building.OverrideLog;
import dev.assay.report.gradebook.building.Pseudonyms;
import dev.assay.report.gradebook.policy.ClassSettings;
import dev.assay.report.gradebook.policy.SettingsReader;
import dev.assay.report.gradebook.roster.Roster;
import dev.assay.report.gradebook.roster.RosterReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a run's folder holds about its class, beside the results: copies of settings and roster as
 * they were when the run began, and points given by hand.
 *
 * @param folder the run's
 */
public record ClassFiles(Path folder) {
  private static final String SETTINGS = "class";
  private static final String JSON = ".json";

  /** The settings; they may be changed at any time. */
  public Path settingsFile() {
    return folder.resolve(SETTINGS + JSON);
  }

  /** The list of students. */
  public Path rosterFile() {
    return folder.resolve("roster.csv");
  }

  /** Points given by hand, a line each. */
  public Path overridesFile() {
    return folder.resolve("overrides.jsonl");
  }

  /** The gradebook as it was when the run ended, or points or scores last changed. */
  public Path gradebookFile() {
    return folder.resolve("gradebook.json");
  }

  /** The log of scorings of kept predictions, a line each. */
  public Path scoringsFile() {
    return folder.resolve("scorings.jsonl");
  }

  /** The key of the pseudonyms, for the grader's user alone. */
  private Path keyFile() {
    return folder.resolve(".anonymous-key");
  }

  /** Whether there is a class: settings or a roster. */
  public boolean isClass() {
    return Files.exists(settingsFile()) || Files.exists(rosterFile());
  }

  /**
   * The settings, or the usual ones where there are none.
   *
   * @throws SentenceException if they cannot be read
   */
  public ClassSettings settings() throws SentenceException {
    return Files.exists(settingsFile()) ? SettingsReader.read(settingsFile()) : ClassSettings.USUAL;
  }

  /**
   * The roster, or nobody where there is none.
   *
   * @throws SentenceException if it cannot be read
   */
  public Roster roster() throws SentenceException {
    return Files.exists(rosterFile()) ? RosterReader.read(rosterFile()) : Roster.NONE;
  }

  /**
   * The points given by hand.
   *
   * @throws IOException if they cannot be read
   */
  public OverrideLog overrides() throws IOException {
    return OverrideLog.read(overridesFile());
  }

  /**
   * The names in place of students' own; null where the settings ask for none.
   *
   * @throws SentenceException if the key cannot be read
   */
  @Nullable Pseudonyms pseudonyms() throws SentenceException {
    return settings().anonymousKey() == null ? null : new Pseudonyms(key(keyFile()));
  }

  private static byte[] key(Path file) throws SentenceException {
    byte[] key;
    try {
      key = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new SentenceException(
          Sentence.of(FaultCode.ANONYMOUS_KEY_NOT_READ, "file", file.toString()), e);
    }
    if (key.length < Pseudonyms.LEAST_BYTES) {
      throw new SentenceException(
          Sentence.of(
              FaultCode.ANONYMOUS_KEY_TOO_SHORT,
              "file",
              file.toString(),
              "least",
              Pseudonyms.LEAST_BYTES,
              "bytes",
              key.length));
    }
    return key;
  }

  /**
   * Keeps a copy of a roster, in the place of an earlier one.
   *
   * @throws IOException if it cannot be read, or the copy not be written
   */
  public void keepRoster(Path file) throws IOException {
    WholeFile.write(rosterFile(), Files.readAllBytes(file));
  }

  /**
   * The name under which {@link #keepSettings} will keep the settings that are there now.
   *
   * @param file the new settings
   * @return null where there are none, or the new ones are the same
   * @throws IOException if either cannot be read
   */
  public @Nullable String earlierSettings(Path file) throws IOException {
    return Files.exists(settingsFile())
            && !Arrays.equals(Files.readAllBytes(file), Files.readAllBytes(settingsFile()))
        ? String.valueOf(OldFiles.free(folder, SETTINGS, JSON).getFileName())
        : null;
  }

  /**
   * Keeps a copy of settings, and of the key that they name. Earlier settings that were different
   * stay as {@code class.1.json}, {@code class.2.json} and so on.
   *
   * @param file names the key relative to itself
   * @throws IOException if they cannot be read, or the copies not be written
   */
  public void keepSettings(Path file) throws IOException {
    ClassSettings settings = SettingsReader.read(file);
    if (settings.anonymousKey() != null) {
      keepKey(key(file.toAbsolutePath().resolveSibling(settings.anonymousKey())));
    }
    byte[] bytes = Files.readAllBytes(file);
    if (Files.exists(settingsFile())) {
      if (Arrays.equals(bytes, Files.readAllBytes(settingsFile()))) {
        return;
      }
      WholeFile.write(OldFiles.free(folder, SETTINGS, JSON), Files.readAllBytes(settingsFile()));
    }
    WholeFile.write(settingsFile(), bytes);
  }

  private void keepKey(byte[] key) throws IOException {
    Files.deleteIfExists(keyFile());
    Files.createFile(keyFile());
    if (keyFile().getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString("rw-------"));
    }
    Files.write(keyFile(), key);
  }
}
