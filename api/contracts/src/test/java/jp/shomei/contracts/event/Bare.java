package jp.shomei.contracts.event;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes away whatever may be absent, from a record and from its JSON alike, however deep inside. */
final class Bare {

    private Bare() {}

    static Object record(Object complete) {
        RecordComponent[] components = complete.getClass().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        @Nullable Object[] values = Arrays.stream(components)
                .map(component ->
                        Components.mayBeAbsent(component) ? null : value(Components.valueOf(component, complete)))
                .toArray();
        try {
            Constructor<?> canonical = complete.getClass().getDeclaredConstructor(types);
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static JsonNode json(Class<?> type, JsonNode complete) {
        if (!type.isRecord() || !(complete.deepCopy() instanceof ObjectNode bare)) {
            return complete;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            if (Components.mayBeAbsent(component)) {
                bare.remove(component.getName());
            } else if (bare.has(component.getName())) {
                bare.set(component.getName(), json(component, bare.get(component.getName())));
            }
        }
        return bare;
    }

    private static JsonNode json(RecordComponent component, JsonNode complete) {
        Class<?> element = Components.elementType(component).orElse(Object.class);
        if (!(complete instanceof ArrayNode list)) {
            return json(component.getType(), complete);
        }
        ArrayNode bare = list.arrayNode();
        list.forEach(one -> bare.add(json(element, one)));
        return bare;
    }

    private static @Nullable Object value(@Nullable Object complete) {
        if (complete instanceof List<?> list) {
            return list.stream().map(Bare::value).toList();
        }
        return complete != null && complete.getClass().isRecord() ? record(complete) : complete;
    }
}
