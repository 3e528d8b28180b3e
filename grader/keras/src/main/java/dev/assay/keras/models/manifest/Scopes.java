package dev.assay.keras.models.manifest;

import java.util.HashMap;
import java.util.Map;
import org.tensorflow.op.Ops;

/** Named scopes below one; TensorFlow Java would give a second scope of the same name a number. */
public final class Scopes {
  private final Ops parent;
  private final Map<String, Ops> scopes = new HashMap<>();

  public Scopes(Ops parent) {
    this.parent = parent;
  }

  public Ops named(String name) {
    return scopes.computeIfAbsent(name, parent::withSubScope);
  }
}
