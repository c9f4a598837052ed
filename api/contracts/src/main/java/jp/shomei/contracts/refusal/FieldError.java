package jp.shomei.contracts.refusal;

import java.util.List;

/**
 * One bad field.
 *
 * @param field the field's name as sent
 * @param rule the rule it broke
 * @param arguments what the rule's sentence needs, such as a number of digits
 */
public record FieldError(String field, FieldRule rule, List<String> arguments) {

    public FieldError {
        arguments = List.copyOf(arguments);
    }

    /** A field error whose sentence needs these arguments. */
    public static FieldError of(String field, FieldRule rule, String... arguments) {
        return new FieldError(field, rule, List.of(arguments));
    }
}
