package dev.assay.run.submissions.tree;

import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * A zip file's channel that bounds how much is read while its directory is: what is read of a
 * directory takes many times its size in memory.
 */
final class Directory implements SeekableByteChannel {
  private static final long MAX_BYTES = 12 << 20;

  private final SeekableByteChannel channel;
  private long left = MAX_BYTES;

  Directory(SeekableByteChannel channel) {
    this.channel = channel;
  }

  /** Starts reading its files, which have bounds of their own. */
  void isRead() {
    left = Long.MAX_VALUE;
  }

  @Override
  public int read(ByteBuffer buffer) throws IOException {
    int read = channel.read(buffer);
    left -= Math.max(0, read);
    if (left < 0) {
      throw new SentenceException(Sentence.of(NoteCode.ZIP_LIST_TOO_LONG));
    }
    return read;
  }

  @Override
  public int write(ByteBuffer buffer) {
    throw new NonWritableChannelException();
  }

  @Override
  public long position() throws IOException {
    return channel.position();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    channel.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
