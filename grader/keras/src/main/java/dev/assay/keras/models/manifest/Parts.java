package dev.assay.keras.models.manifest;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The models that an ensemble is made of; each is trained by itself, in the ensemble's GraphDef.
 *
 * @param members from the features to outputs; none where the model is not an ensemble
 * @param combiner from the members' outputs, one after the other, to the ensemble's; null without
 *     members
 */
public record Parts(List<Manifest> members, @Nullable Manifest combiner) {
  /** The parts of a model that is not an ensemble. */
  public static final Parts NONE = new Parts(List.of(), null);

  public Parts {
    members = List.copyOf(members);
    if (members.isEmpty() != (combiner == null)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Parts: members need a combiner. Received: %d members, combiner %s",
              members.size(),
              combiner));
    }
  }

  /** The members, then the combiner. */
  public List<Manifest> all() {
    return combiner == null
        ? members
        : Stream.concat(members.stream(), Stream.of(combiner)).toList();
  }
}
