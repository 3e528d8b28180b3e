package dev.assay.run.isolation;

import dev.assay.protocol.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How well child processes were kept apart, by their own measurement.
 *
 * @param missing walls that did not stand for at least one of them
 */
public record Isolation(Set<Wall> missing) {
  /** Every wall stands. */
  public static final Isolation COMPLETE = new Isolation(Set.of());

  /** The promise of a level, in a sentence. */
  public enum Level {
    /** Nothing but a process of its own. */
    NONE,
    /** Some walls stand. */
    PARTIAL,
    /** All walls stand. */
    STRICT
  }

  /** Without these a level is not worth a name: a candidate reads files and talks to the world. */
  private static final Set<Wall> FIRST = EnumSet.of(Wall.FILES, Wall.NETWORK, Wall.PROCESSES);

  public Isolation {
    missing = missing.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(missing));
  }

  /**
   * Judges what a child measured before its job, against this process's own namespaces.
   *
   * @throws UncheckedIOException when those cannot be read
   */
  public static Isolation measured(Surroundings child) {
    try {
      return of(child, Namespaces.ours());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Isolation of(Surroundings child, Map<String, String> ours) {
    Set<Wall> missing = EnumSet.noneOf(Wall.class);
    for (Wall wall : Wall.values()) {
      if (!wall.stands(child, ours)) {
        missing.add(wall);
      }
    }
    return new Isolation(missing);
  }

  /** The isolation that holds for both. */
  public Isolation and(Isolation other) {
    if (other.missing.isEmpty()) {
      return this;
    }
    Set<Wall> all = EnumSet.copyOf(other.missing);
    all.addAll(missing);
    return new Isolation(all);
  }

  /** The names of what is missing. */
  public List<String> ids() {
    return missing.stream().map(Wall::id).toList();
  }

  /**
   * STRICT where nothing is missing, NONE where the walls that tell a sandbox from a process are.
   */
  public Level level() {
    if (missing.isEmpty()) {
      return Level.STRICT;
    }
    return missing.containsAll(FIRST) ? Level.NONE : Level.PARTIAL;
  }
}
