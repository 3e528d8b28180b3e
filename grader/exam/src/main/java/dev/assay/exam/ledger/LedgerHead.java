package dev.assay.exam.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.commons.files.WholeFile;
import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is kept of a ledger beside its key, so that one that was cut or exchanged is noticed.
 *
 * @param folder of the exam
 * @param count of its entries
 * @param digest the HMAC of the last one; empty where there is none
 * @param bytes the ledger's length
 */
record LedgerHead(String folder, int count, String digest, long bytes) {
  static LedgerHead read(Path file, LedgerKey key) throws SentenceException {
    try {
      String line = Files.readString(file, StandardCharsets.UTF_8).strip();
      ObjectNode json = SignedLine.read(key, line).orElseThrow().json();
      return new LedgerHead(
          json.get("folder").asText(),
          json.get("count").asInt(),
          json.get("digest").asText(),
          json.get("bytes").asLong());
    } catch (IOException | RuntimeException e) {
      throw new SentenceException(Sentence.of(FaultCode.EXAM_HEAD, "file", file.toString()), e);
    }
  }

  void write(Path file, LedgerKey key) throws IOException {
    ObjectNode json = SignedLine.MAPPER.createObjectNode();
    json.put("folder", folder).put("count", count).put("digest", digest).put("bytes", bytes);
    WholeFile.write(file, (SignedLine.write(key, json) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
