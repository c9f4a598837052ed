package jp.shomei.http.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import tools.jackson.databind.JsonNode;

/**
 * Holds a body against the record it is to become, and gathers every field that the record does not have or that has
 * another JSON type, so that all are told at once.
 */
final class BodyShape {
    private final List<FieldError> errors = new ArrayList<>();

    private BodyShape() {}

    /** Every field that does not fit; empty if the body fits. */
    static List<FieldError> check(JsonNode body, Type expected) {
        BodyShape shape = new BodyShape();
        shape.look(body, expected, "");
        return shape.errors;
    }

    private void look(JsonNode value, Type expected, String field) {
        if (value.isNull() && !field.isEmpty()) {
            return;
        }
        if (expected instanceof Class<?> type && type.isRecord()) {
            lookAtRecord(value, type, field);
        } else if (expected instanceof ParameterizedType list && list.getRawType() == List.class) {
            lookAtList(value, list.getActualTypeArguments()[0], field);
        } else if (!isOf(value, expected)) {
            errors.add(FieldError.of(field, FieldRule.TYPE));
        } else if (value.isString() && !isText(value.stringValue())) {
            errors.add(FieldError.of(field, FieldRule.UNPRINTABLE));
        }
    }

    private void lookAtRecord(JsonNode value, Class<?> type, String field) {
        if (!value.isObject()) {
            errors.add(FieldError.of(field, FieldRule.TYPE));
            return;
        }
        Map<String, RecordComponent> known = Arrays.stream(type.getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, Function.identity()));
        for (Map.Entry<String, JsonNode> property : value.properties()) {
            String name = field.isEmpty() ? property.getKey() : field + "." + property.getKey();
            RecordComponent component = known.get(property.getKey());
            if (component == null) {
                errors.add(FieldError.of(name, FieldRule.UNKNOWN));
            } else {
                look(property.getValue(), component.getGenericType(), name);
            }
        }
    }

    private void lookAtList(JsonNode value, Type element, String field) {
        if (!value.isArray()) {
            errors.add(FieldError.of(field, FieldRule.TYPE));
            return;
        }
        int index = 0;
        for (JsonNode item : value) {
            look(item, element, field + "[" + index++ + "]");
        }
    }

    private static boolean isOf(JsonNode value, Type expected) {
        if (expected == String.class) {
            return value.isString();
        }
        if (expected == Boolean.class) {
            return value.isBoolean();
        }
        if (expected == Integer.class) {
            return value.isInt();
        }
        throw new IllegalArgumentException("a request has no fields of " + expected);
    }

    /** Half a surrogate pair is no character. */
    private static boolean isText(String value) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(value);
    }
}
