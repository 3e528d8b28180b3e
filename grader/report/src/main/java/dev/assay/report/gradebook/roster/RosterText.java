package dev.assay.report.gradebook.roster;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Decodes a table as spreadsheets save it: UTF-8, UTF-16 with a mark, or CP949. */
final class RosterText {
  private static final char MARK = '\uFEFF';
  private static final String CP949 = "x-windows-949";
  private static final char[] DELIMITERS = {'\t', ';', ','};

  private RosterText() {}

  /**
   * Decodes a table.
   *
   * @throws SentenceException if no encoding fits
   */
  static String decode(String file, byte[] bytes) throws SentenceException {
    for (Charset charset : charsets(bytes)) {
      try {
        String text =
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
      } catch (CharacterCodingException e) {
        // The next encoding may fit.
      }
    }
    throw new SentenceException(Sentence.of(FaultCode.ROSTER_NOT_DECODED, "file", file));
  }

  private static List<Charset> charsets(byte[] bytes) {
    List<Charset> charsets = new ArrayList<>();
    boolean marked =
        bytes.length >= 2
            && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
    charsets.add(marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    if (!marked && Charset.isSupported(CP949)) {
      charsets.add(Charset.forName(CP949));
    }
    return charsets;
  }

  /** The sign between columns: the one that is most often in the first line. */
  static char delimiter(String text) {
    String header = text.lines().findFirst().orElse("");
    char best = ',';
    long most = 0;
    for (char delimiter : DELIMITERS) {
      long count = header.chars().filter(c -> c == delimiter).count();
      if (count > most) {
        most = count;
        best = delimiter;
      }
    }
    return best;
  }
}
