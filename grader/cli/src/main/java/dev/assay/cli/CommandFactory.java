package dev.assay.cli;

import dev.assay.cli.data.DataSets;
import dev.assay.cli.terminal.Streams;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Creates commands, with the streams and data sets that their constructors need. */
final class CommandFactory implements IFactory {
  private final Map<Class<?>, Object> given;

  CommandFactory(Streams streams, DataSets sets) {
    given = Map.of(Streams.class, streams, DataSets.class, sets);
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      List<Class<?>> wanted = List.of(constructor.getParameterTypes());
      if (!wanted.isEmpty() && given.keySet().containsAll(wanted)) {
        constructor.setAccessible(true);
        return type.cast(constructor.newInstance(wanted.stream().map(given::get).toArray()));
      }
    }
    return CommandLine.defaultFactory().create(type);
  }
}
