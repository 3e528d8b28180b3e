package dev.assay.run.sealed;

/** The secret that opens a sealed file. */
public sealed interface Secret permits SealKey, Passphrase {
  /** Chooses how a new file's key is derived from the secret. */
  Stretching stretching();

  /**
   * The key of a file.
   *
   * @throws SealException when the file is sealed with the other kind of secret
   */
  SealKey unlock(Stretching stretching) throws SealException;
}
