package dev.assay.keras.callbacks;

/**
 * A rule, as data, that steers or reports training beyond the number of epochs.
 *
 * <p>Example:
 *
 * <pre>{@code
 * fit(FitPlan.epochs(9).callbacks(EarlyStopping.on("val_loss"), ModelCheckpoint.best("val_loss")));
 * // -> COMPLETED after 9
 * error(() -> FitPlan.epochs(9).callbacks(TerminateOnNaN.always(), TerminateOnNaN.always()));
 * // -> FitPlan: at most one callback of each kind. Received: [TerminateOnNaN[],
 * // -> TerminateOnNaN[]]
 * }</pre>
 */
public sealed interface Callback
    permits CSVLogger,
        EarlyStopping,
        LearningRateScheduler,
        ModelCheckpoint,
        ReduceLROnPlateau,
        TerminateOnNaN {}
