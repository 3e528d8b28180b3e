package dev.assay.batch.shards;

import dev.assay.batch.Sharing;
import dev.assay.batch.plan.PlanFolder;
import dev.assay.commons.files.WholeFile;
import dev.assay.run.grading.ClaimLostException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A run's folder that several graders share: each claims a submission before it grades it, works in
 * a folder of its own, and moves each finished grading to its place in one step.
 */
public final class SharedRun implements Sharing {
  private final PlanFolder folder;
  private final Path work;
  private final Heartbeat heartbeat;
  private final Claims claims;
  private final byte[] plan;

  private SharedRun(PlanFolder folder, Heartbeat heartbeat, Duration lease) throws IOException {
    this.folder = folder;
    this.heartbeat = heartbeat;
    work = Files.createDirectories(folder.work().resolve(heartbeat.name()));
    Path claimed = Files.createDirectories(folder.claims());
    claims = new Claims(claimed, folder.graders(), heartbeat, lease, System::nanoTime);
    plan = Files.readAllBytes(folder.manifestFile());
  }

  /**
   * Joins the graders of a run.
   *
   * @param lease after which a grader without a sign of life is dead
   * @throws IOException if the folder cannot be written
   */
  public static SharedRun join(PlanFolder folder, Duration lease) throws IOException {
    Heartbeat heartbeat = Heartbeat.start(folder.graders(), lease);
    try {
      return new SharedRun(folder, heartbeat, lease);
    } catch (IOException | RuntimeException e) {
      heartbeat.close();
      throw e;
    }
  }

  @Override
  public Path run() {
    return folder.run().path();
  }

  @Override
  public Path work() {
    return work;
  }

  @Override
  public boolean isPlanned() throws IOException {
    return Arrays.equals(plan, Files.readAllBytes(folder.manifestFile()));
  }

  @Override
  public Claim take(String submission) throws IOException {
    return claims.take(submission);
  }

  @Override
  public void commit(String submission, String problem) throws IOException {
    requireClaim(submission);
    Path target = Files.createDirectories(run().resolve(submission)).resolve(problem);
    Path old = work.resolve(".old-" + UUID.randomUUID());
    if (Files.exists(target)) {
      WholeFile.move(target, old);
    }
    WholeFile.move(work.resolve(submission).resolve(problem), target);
    remove(old);
  }

  @Override
  public void announce(String submission, List<String> files) throws IOException {
    requireClaim(submission);
    Path target = Files.createDirectories(run().resolve(submission));
    for (String file : files) {
      Path made = work.resolve(submission).resolve(file);
      if (Files.exists(made)) {
        WholeFile.write(target.resolve(file), Files.readAllBytes(made));
      }
    }
  }

  @Override
  public void finish(String submission) throws IOException {
    requireClaim(submission);
    Path target = Files.createDirectories(run().resolve(submission));
    List<Path> files;
    try (Stream<Path> list = Files.list(Files.createDirectories(work.resolve(submission)))) {
      files = list.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      WholeFile.move(file, target.resolve(file.getFileName()));
    }
    remove(work.resolve(submission));
    claims.finish(submission);
  }

  @Override
  public void drop(String submission) throws IOException {
    remove(work.resolve(submission));
  }

  private void requireClaim(String submission) throws IOException {
    if (!claims.holds(submission)) {
      throw new ClaimLostException(submission);
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }

  /** Leaves the run; what was claimed and not finished is free at once. */
  @Override
  public void close() throws IOException {
    try {
      remove(work);
    } finally {
      heartbeat.close();
    }
  }
}
