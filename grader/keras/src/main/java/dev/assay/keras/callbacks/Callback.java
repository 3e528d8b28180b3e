package dev.assay.keras.callbacks;

/** What steers training beside the epochs, or reports it, as data. */
public sealed interface Callback
    permits CSVLogger,
        EarlyStopping,
        LearningRateScheduler,
        ModelCheckpoint,
        ReduceLROnPlateau,
        TerminateOnNaN {}
