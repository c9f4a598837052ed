package jp.shomei.contracts.certificate;

import java.util.List;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.FieldReader;
import jp.shomei.contracts.institution.HolderReader;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** Reads an {@link ApplicationForm}. */
final class ApplicationReader {

    private static final int NAME_LIMIT = 100;
    private static final int CONTACT_LIMIT = 60;
    private static final int TERMINAL_LIMIT = 60;
    private static final int INSURER_DIGITS = 8;

    private final FieldReader fields = new FieldReader();
    private final HolderReader holder;
    private final String code;
    private final String institutionName;
    private final Contact contact;
    private final String terminalName;

    ApplicationReader(ApplicationForm form) {
        holder = new HolderReader(fields, form.category(), form.prefecture(), form.scoreTable());
        code = readCode(form);
        institutionName = fields.text("institutionName", form.institutionName(), NAME_LIMIT);
        contact = new Contact(
                fields.text("contactName", form.contactName(), CONTACT_LIMIT),
                fields.phone("phone", form.phone()),
                fields.email("email", form.email()));
        terminalName = fields.text("terminalName", form.terminalName(), TERMINAL_LIMIT);
        if (!Boolean.TRUE.equals(form.feeAccepted())) {
            fields.add("feeAccepted", FieldRule.FEE_NOT_ACCEPTED);
        }
    }

    List<FieldError> errors() {
        return fields.errors();
    }

    Application application() {
        Refused.ifAny(errors());
        String prefix = holder.category().orElseThrow().scoreTable().isEmpty()
                ? ""
                : holder.prefecture().orElseThrow().code()
                        + holder.scoreTable().orElseThrow().code();
        return new Application(
                InstitutionCode.of(prefix + code),
                holder.category().orElseThrow(),
                holder.prefecture().orElse(null),
                holder.scoreTable().orElse(null),
                institutionName,
                contact,
                terminalName);
    }

    private String readCode(ApplicationForm form) {
        if (holder.category().isEmpty()) {
            return readCodeOfUnknownLength(form);
        }
        Category category = holder.category().get();
        if (category == Category.INSURER) {
            refuse("institutionCode", form.institutionCode());
            return fields.digits("insurerNumber", form.insurerNumber(), INSURER_DIGITS);
        }
        String typed = fields.digits("institutionCode", form.institutionCode(), category.typedDigits());
        refuse("insurerNumber", form.insurerNumber());
        return typed;
    }

    /** Without a category nobody can say which code it must be, only that there must be one. */
    private String readCodeOfUnknownLength(ApplicationForm form) {
        if (isAbsent(form.institutionCode()) && isAbsent(form.insurerNumber())) {
            fields.add("institutionCode", FieldRule.REQUIRED);
        }
        return "";
    }

    private void refuse(String field, @Nullable String typed) {
        if (!isAbsent(typed)) {
            fields.add(field, FieldRule.NOT_FOR_CATEGORY);
        }
    }

    private static boolean isAbsent(@Nullable String typed) {
        return typed == null || typed.isBlank();
    }
}
