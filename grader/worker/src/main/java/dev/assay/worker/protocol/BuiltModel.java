package dev.assay.worker.protocol;

import dev.assay.keras.models.Manifest;
import dev.assay.keras.training.FitPlan;

/** The content of {@code model.json}: all that a candidate's builder said, but for the GraphDef. */
public record BuiltModel(Manifest manifest, FitPlan fit) {}
