package jp.shomei.contracts.institution;

import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** Reads a {@link RegistrationForm} under the code it is filed for. */
final class RegistrationReader {

    private static final int NAME_LIMIT = 100;
    private static final int ADDRESS_LIMIT = 200;
    private static final int FOUNDER_LIMIT = 100;

    private final FieldReader fields = new FieldReader();
    private final String code;
    private final String name;
    private final HolderReader holder;
    private final String postalCode;
    private final String address;
    private final String founder;
    private final String phone;
    private final Optional<PaymentMethod> paymentMethod;

    RegistrationReader(String code, RegistrationForm form) {
        this.code = code;
        name = fields.text("name", form.name(), NAME_LIMIT);
        holder = new HolderReader(fields, form.category(), form.prefecture(), form.scoreTable());
        checkCode();
        postalCode = fields.postalCode("postalCode", form.postalCode());
        address = fields.text("address", form.address(), ADDRESS_LIMIT);
        founder = fields.text("founder", form.founder(), FOUNDER_LIMIT);
        phone = fields.phone("phone", form.phone());
        paymentMethod = readPaymentMethod(form.paymentMethod());
    }

    List<FieldError> errors() {
        return fields.errors();
    }

    Registration registration() {
        Refused.ifAny(errors());
        return new Registration(
                InstitutionCode.of(code),
                name,
                holder.category().orElseThrow(),
                holder.prefecture().orElse(null),
                holder.scoreTable().orElse(null),
                new PostalAddress(postalCode, address, name),
                new Contact(founder, phone, null),
                paymentMethod.orElse(null));
    }

    private void checkCode() {
        boolean insurer = holder.category().filter(Category.INSURER::equals).isPresent();
        int digits = insurer ? 8 : 10;
        boolean wellFormed = holder.category().isPresent()
                ? code.matches("[0-9]{" + digits + "}")
                : InstitutionCode.isWellFormed(code);
        if (!wellFormed) {
            fields.add("code", FieldRule.DIGITS, String.valueOf(digits));
        } else if (holder.scoreTable().isPresent()
                && holder.prefecture().isPresent()
                && !code.startsWith(holder.prefecture().get().code()
                        + holder.scoreTable().get().code())) {
            fields.add("code", FieldRule.DOES_NOT_FIT_CODE);
        }
    }

    private Optional<PaymentMethod> readPaymentMethod(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return Optional.empty();
        }
        return fields.choice("paymentMethod", typed, RegistrationReader::paymentMethod, "DEDUCTION, PAYMENT_SLIP");
    }

    private static Optional<PaymentMethod> paymentMethod(String typed) {
        for (PaymentMethod method : PaymentMethod.values()) {
            if (method.name().equals(typed)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}
