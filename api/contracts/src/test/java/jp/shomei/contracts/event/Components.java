package jp.shomei.contracts.event;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a record says about its components. */
final class Components {

    private Components() {}

    static boolean mayBeAbsent(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    static @Nullable Object valueOf(RecordComponent component, Object holder) {
        try {
            return component.getAccessor().invoke(holder);
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The type of the elements, if the component is a list. */
    static Optional<Class<?>> elementType(RecordComponent component) {
        if (component.getGenericType() instanceof ParameterizedType list) {
            Type element = list.getActualTypeArguments()[0];
            return element instanceof Class<?> type ? Optional.of(type) : Optional.empty();
        }
        return Optional.empty();
    }

    /** The type as one would write it in the record's header. */
    static String typeName(RecordComponent component) {
        return component
                .getGenericType()
                .getTypeName()
                .replaceAll("\\b[a-z][a-z0-9]*\\.", "")
                .replace('$', '.');
    }
}
