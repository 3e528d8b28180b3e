package dev.assay.run.sealed;

/** What opens a sealed file. */
public sealed interface Secret permits SealKey, Passphrase {
  /** How a new file's key is to be made of this. */
  Stretching stretching();

  /**
   * The key of a file.
   *
   * @throws SealException when the file is sealed with the other kind of secret
   */
  SealKey unlock(Stretching stretching) throws SealException;
}
