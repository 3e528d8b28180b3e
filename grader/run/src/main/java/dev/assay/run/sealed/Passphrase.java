package dev.assay.run.sealed;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A passphrase, which is stretched to a key: PBKDF2 with HMAC-SHA256. */
public final class Passphrase implements Secret {
  static final int MIN_LENGTH = 12;
  static final int MAX_LENGTH = 1000;

  private final String text;

  /**
   * A passphrase.
   *
   * <p>It is taken in Unicode's form NFC, as keyboards differ in how they give an umlaut.
   *
   * @param source where it comes from, for the message
   * @throws SealException unless it has 12 to 1000 characters: a sealed file can be public, so that
   *     anybody can try passphrases for as long as they like
   */
  public Passphrase(String text, String source) throws SealException {
    this(text, (Object) source);
  }

  /** A passphrase from what a sentence names, else as {@link #Passphrase(String, String)}. */
  public Passphrase(String text, Sentence source) throws SealException {
    this(text, (Object) source);
  }

  private Passphrase(String text, Object source) throws SealException {
    this.text = Normalizer.normalize(text, Normalizer.Form.NFC);
    int length = this.text.length();
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      throw new SealException(
          Sentence.of(
              FaultCode.PASSPHRASE_LENGTH,
              "source",
              source,
              "least",
              MIN_LENGTH,
              "most",
              MAX_LENGTH,
              "length",
              length));
    }
  }

  @Override
  public Stretching stretching() {
    return new Stretching(Stretching.MIN_ITERATIONS, SealKey.randomBytes(Stretching.SALT_BYTES));
  }

  @Override
  public SealKey unlock(Stretching stretching) throws SealException {
    if (!stretching.isOfPassphrase()) {
      throw new SealException(Sentence.of(FaultCode.SEALED_WITH_A_KEY));
    }
    PBEKeySpec spec =
        new PBEKeySpec(
            text.toCharArray(), stretching.salt(), stretching.iterations(), 8 * SealKey.BYTES);
    try {
      SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
      return new SealKey(factory.generateSecret(spec).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has PBKDF2 with HMAC and SHA-256", e);
    } finally {
      spec.clearPassword();
    }
  }

  @Override
  public String toString() {
    return "passphrase";
  }
}
