package jp.shomei.contracts.refusal;

import java.util.List;

/**
 * A refusal as data, so that it crosses process boundaries whole.
 *
 * @param code the stable code
 * @param arguments what the code's sentence needs
 * @param fields the bad fields, all of them at once; empty unless the input was bad
 */
public record Refusal(ErrorCode code, List<String> arguments, List<FieldError> fields) {

    public Refusal {
        arguments = List.copyOf(arguments);
        fields = List.copyOf(fields);
    }

    /** A refusal with the arguments of its sentence. */
    public static Refusal of(ErrorCode code, String... arguments) {
        return new Refusal(code, List.of(arguments), List.of());
    }

    /** The refusal of bad input, naming every bad field. */
    public static Refusal of(List<FieldError> fields) {
        return new Refusal(ErrorCode.INVALID_FIELDS, List.of(), fields);
    }
}
