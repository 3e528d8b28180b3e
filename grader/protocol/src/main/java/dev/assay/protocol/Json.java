package dev.assay.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Records as bounded, strict JSON.
 *
 * <p>An implementation of a sealed interface carries its simple name as "type", so only the
 * permitted classes can be named. Unknown, missing and duplicate properties are errors, and so are
 * nulls where a component is not marked {@link Nullable}, and all nulls in a list or map.
 */
public final class Json {
  /** The longest line or file that is read, in bytes. */
  public static final int MAX_BYTES = 4 << 20;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(50)
                          .maxNumberLength(50)
                          .maxStringLength(1 << 20)
                          .maxDocumentLength(MAX_BYTES)
                          .build())
                  .build())
          .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL))
          .annotationIntrospector(new SealedTypes())
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  private Json() {}

  /** Returns the value as one line of JSON. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot write as JSON: " + value, e);
    }
  }

  /**
   * Reads one value.
   *
   * @throws IllegalArgumentException for anything but a complete value of that type
   */
  public static <T> T read(String json, Class<T> type) {
    if (json.length() > MAX_BYTES) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "not a valid %s: it has %d characters; at most %d are read",
              type.getSimpleName(),
              json.length(),
              MAX_BYTES));
    }
    try {
      T value = MAPPER.readValue(json, type);
      if (value == null) {
        throw new IllegalArgumentException("not a valid %s: null".formatted(type.getSimpleName()));
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "not a valid %s: %s".formatted(type.getSimpleName(), e.getOriginalMessage()), e);
    }
  }

  /** Tells Jackson the implementations of sealed interfaces. */
  private static final class SealedTypes extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public @Nullable TypeResolverBuilder<?> findTypeResolver(
        MapperConfig<?> config,
        AnnotatedClass annotated,
        com.fasterxml.jackson.databind.JavaType type) {
      return sealedParent(type.getRawClass()) == null
          ? super.findTypeResolver(config, annotated, type)
          : new StdTypeResolverBuilder()
              .init(JsonTypeInfo.Id.NAME, null)
              .inclusion(JsonTypeInfo.As.PROPERTY)
              .typeProperty("type");
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
      Class<?> parent = sealedParent(annotated.getRawType());
      return parent == null
          ? super.findSubtypes(annotated)
          : Arrays.stream(parent.getPermittedSubclasses())
              .map(subclass -> new NamedType(subclass, subclass.getSimpleName()))
              .toList();
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated annotated) {
      return isNullable(annotated)
          ? JsonSetter.Value.forValueNulls(Nulls.SET, Nulls.FAIL)
          : super.findSetterInfo(annotated);
    }

    private static boolean isNullable(Annotated annotated) {
      return annotated instanceof AnnotatedParameter parameter
          && parameter.getOwner().getAnnotated() instanceof Constructor<?> constructor
          && constructor.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(
              Nullable.class);
    }

    private static @Nullable Class<?> sealedParent(Class<?> type) {
      if (type.isSealed() && type.isInterface()) {
        return type;
      }
      return type.isRecord()
          ? Arrays.stream(type.getInterfaces()).filter(Class::isSealed).findFirst().orElse(null)
          : null;
    }

    @Override
    public JsonInclude.Value findPropertyInclusion(Annotated annotated) {
      return JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS);
    }
  }
}
