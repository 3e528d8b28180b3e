package dev.assay.cli;

import java.lang.reflect.Constructor;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands, with the streams for those that ask for them. */
final class CommandFactory implements IFactory {
  private final Streams streams;

  CommandFactory(Streams streams) {
    this.streams = streams;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (constructor.getParameterCount() == 1
          && constructor.getParameterTypes()[0] == Streams.class) {
        return type.cast(constructor.newInstance(streams));
      }
    }
    return CommandLine.defaultFactory().create(type);
  }
}
