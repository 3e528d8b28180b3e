package dev.assay.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * The style and the script of all pages, and the policy that lets these run and no others.
 *
 * @param folder where they are, as a link from the page, such as {@code ../../assets/}; empty where
 *     the page contains them
 */
public record Assets(String folder) {
  /** The name of the folder that the pages of a class share. */
  public static final String FOLDER = "assets";

  /** The file of the style sheet. */
  public static final String STYLE_FILE = "assay.css";

  /** The file of the script. */
  public static final String SCRIPT_FILE = "assay.js";

  private static final String STYLE = read("uPlot.min.css") + "\n" + read(STYLE_FILE);
  private static final String SCRIPT = read("uPlot.iife.min.js") + "\n" + read(SCRIPT_FILE);
  private static final String POLICY =
      "default-src 'none'; script-src %s; style-src %s; img-src data:; base-uri 'none'; form-action"
          + " 'none'";

  /** A page that contains its style and its script. */
  public static final Assets INLINE = new Assets("");

  /** Tells whether the page contains them. */
  public boolean isInline() {
    return folder.isEmpty();
  }

  /** Returns the style sheet. */
  public String style() {
    return STYLE;
  }

  /** Returns the script: uPlot, and then Assay's own. */
  public String script() {
    return SCRIPT;
  }

  /** Returns the link to the style sheet of a page that does not contain it. */
  public String styleLink() {
    return folder + STYLE_FILE;
  }

  /** Returns the link to the script of a page that does not contain it. */
  public String scriptLink() {
    return folder + SCRIPT_FILE;
  }

  /**
   * Returns the Content-Security-Policy: of a page that contains them, the digests of the style and
   * the script; of another, files from where the page is, and nothing within it.
   */
  public String policy() {
    return isInline()
        ? POLICY.formatted(digest(SCRIPT), digest(STYLE))
        : POLICY.formatted("'self'", "'self'");
  }

  private static String digest(String content) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(sum) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String read(String file) {
    try (InputStream in =
        Objects.requireNonNull(Assets.class.getResourceAsStream("assets/" + file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n").strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
