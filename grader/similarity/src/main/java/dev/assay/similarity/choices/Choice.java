package dev.assay.similarity.choices;

import org.jspecify.annotations.Nullable;

/**
 * A choice, equal in all answers that make it.
 *
 * @param kind what is chosen
 * @param key what was chosen
 * @param role the choice that this one needs, such as the call that a number is an argument of; it
 *     is rare only beside others who make that one. Null where everybody could have made it
 */
public record Choice(ChoiceKind kind, String key, @Nullable String role) {
  /** A choice that everybody could have made. */
  public Choice(ChoiceKind kind, String key) {
    this(kind, key, null);
  }
}
