package dev.assay.run.isolation.command;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.protocol.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a sandbox shows of the file system, and under which names.
 *
 * <p>A file that the job writes is created first and shown alone: in a folder a candidate could
 * plant a link to somewhere else.
 */
public final class Mounts implements Job.Places {
  /**
   * Something shown.
   *
   * @param source outside
   * @param target inside
   */
  public record Mount(Path source, String target, boolean writable) {}

  /** The folder at which the job finds what it reads. */
  public static final String READ = "/in/";

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");

  private final List<Mount> mounts = new ArrayList<>();

  public List<Mount> all() {
    return mounts;
  }

  /** Shows it under its own name. */
  public void show(Path path) {
    mounts.add(new Mount(path, path.toString(), false));
  }

  public void show(Path path, String target) {
    mounts.add(new Mount(path, target, false));
  }

  @Override
  public Path reads(Path path) {
    return add(READ, path, false);
  }

  @Override
  public Path writes(Path file) {
    try {
      create(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return add("/out/", file, true);
  }

  @Override
  public Path writesInto(Path folder) {
    return add("/out/", folder, true);
  }

  /**
   * Makes an empty file: what an earlier job left must not be taken for this one's.
   *
   * @throws IOException when there is something else that cannot be replaced
   */
  public static void create(Path file) throws IOException {
    Files.deleteIfExists(file);
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException e) {
      throw new SentenceException(
          Sentence.of(FaultCode.JOB_FILE_NOT_REPLACED, "file", file.toString()), e);
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new SentenceException(Sentence.of(FaultCode.NOT_A_FILE, "file", file.toString()));
    }
  }

  private Path add(String folder, Path path, boolean writable) {
    String target = folder + mounts.size() + "/" + plainName(path);
    mounts.add(new Mount(path, target, writable));
    return Path.of(target);
  }

  /** The path's last part where it is of our own making, else one that is: any locale has it. */
  public static String plainName(Path path) {
    String name = String.valueOf(path.getFileName());
    return PLAIN.matcher(name).matches() ? name : "file";
  }
}
