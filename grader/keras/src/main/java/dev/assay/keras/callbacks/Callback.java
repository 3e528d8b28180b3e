package dev.assay.keras.callbacks;

/**
 * What steers training beside the epochs, as data.
 *
 * <p>There is no CSVLogger: the grader writes the history of every run into its report.
 */
public sealed interface Callback
    permits EarlyStopping,
        LearningRateScheduler,
        ModelCheckpoint,
        ReduceLROnPlateau,
        TerminateOnNaN {}
