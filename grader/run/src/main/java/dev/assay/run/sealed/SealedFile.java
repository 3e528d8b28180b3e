package dev.assay.run.sealed;

import dev.assay.datasets.files.Reasons;
import dev.assay.datasets.hidden.HiddenFile;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A sealed file: an open header, and the content in AES-256-GCM with the header as the associated
 * data.
 *
 * <p>The key is derived for this file alone (HKDF with the header's random salt), and encrypts this
 * one message: no nonce can ever repeat under it.
 */
final class SealedFile {
  /** Content and its tag. */
  static final int MAX_BODY_BYTES = (int) HiddenFile.MAX_BYTES;

  private static final int TAG_BYTES = 16;

  private final String name;
  private final SealHeader header;
  private final byte[] body;

  private SealedFile(String name, SealHeader header, byte[] body) {
    this.name = name;
    this.header = header;
    this.body = body;
  }

  SealHeader header() {
    return header;
  }

  /**
   * Encrypts.
   *
   * @throws SealException when it is too large
   */
  static SealedFile seal(String name, Subject subject, SealedContent content, Secret secret)
      throws SealException {
    byte[] plain = content.encode();
    if (plain.length > MAX_BODY_BYTES - TAG_BYTES) {
      throw new SealException(
          Sentence.of(
              FaultCode.HIDDEN_SET_TOO_LARGE, "limit", MAX_BODY_BYTES, "bytes", plain.length));
    }
    Stretching stretching = secret.stretching();
    SealKey key = secret.unlock(stretching);
    SealHeader header =
        new SealHeader(
            subject,
            stretching,
            key.id(),
            SealKey.randomBytes(SealHeader.NONCE_BYTES),
            plain.length + TAG_BYTES);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, header, key);
      return new SealedFile(name, header, cipher.doFinal(plain));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /** Reads a file without opening it. */
  static SealedFile read(Path path) throws SealException {
    byte[] bytes;
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        throw new SealException(of(FaultCode.NOT_A_FILE, path.toString()));
      }
      if (Files.size(path) > SealHeader.MAX_BYTES + MAX_BODY_BYTES) {
        throw new SealException(of(FaultCode.SEALED_TOO_LARGE, path.toString()));
      }
      bytes = Files.readAllBytes(path);
    } catch (IOException e) {
      throw new SealException(
          of(FaultCode.FILE_NOT_READ, path.toString(), "reason", Reasons.of(e)), e);
    }
    return parse(path.toString(), bytes);
  }

  static SealedFile parse(String name, byte[] file) throws SealException {
    SealHeader header = new HeaderReader(name, file).read();
    int start = header.format().length;
    int end = start + header.bodyBytes();
    if (file.length < end) {
      throw new SealException(
          of(FaultCode.SEALED_CUT_OFF, name, "expected", end, "found", file.length));
    }
    if (file.length > end) {
      throw new SealException(
          of(FaultCode.SEALED_TOO_LONG, name, "expected", end, "found", file.length));
    }
    return new SealedFile(name, header, Arrays.copyOfRange(file, start, end));
  }

  /**
   * Decrypts.
   *
   * @throws SealException when the secret is another one, or the file was changed; which of them
   */
  SealedContent open(Secret secret) throws SealException {
    SealKey key = unlock(secret);
    try {
      byte[] plain = cipher(Cipher.DECRYPT_MODE, header, key).doFinal(body);
      return SealedContent.decode(plain);
    } catch (AEADBadTagException e) {
      throw new SealException(of(FaultCode.SEALED_CHANGED, name), e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    } catch (IllegalArgumentException e) {
      throw new SealException(
          of(FaultCode.SEALED_ELSEWHERE, name, "reason", String.valueOf(e.getMessage())), e);
    }
  }

  private SealKey unlock(Secret secret) throws SealException {
    SealKey key;
    try {
      key = secret.unlock(header.stretching());
    } catch (SealException e) {
      throw new SealException(
          of(FaultCode.SEALED_UNLOCKED_OTHERWISE, name, "reason", e.sentence()), e);
    }
    if (key.id().equals(header.keyId())) {
      return key;
    }
    throw new SealException(
        header.stretching().isOfPassphrase()
            ? of(FaultCode.WRONG_PASSPHRASE, name)
            : of(FaultCode.WRONG_KEY, name, "sealed", header.keyId(), "given", key.id()));
  }

  private static Sentence of(FaultCode code, String file, Object... pairs) {
    List<Object> all = new ArrayList<>(List.of("file", file));
    all.addAll(List.of(pairs));
    return Sentence.of(code, all.toArray());
  }

  private static Cipher cipher(int mode, SealHeader header, SealKey key)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    byte[] fileKey = key.fileKey(header.stretching().salt());
    cipher.init(
        mode,
        new SecretKeySpec(fileKey, "AES"),
        new GCMParameterSpec(8 * TAG_BYTES, header.nonce()));
    cipher.updateAAD(header.format());
    return cipher;
  }

  byte[] bytes() {
    byte[] start = header.format();
    byte[] all = Arrays.copyOf(start, start.length + body.length);
    System.arraycopy(body, 0, all, start.length, body.length);
    return all;
  }
}
