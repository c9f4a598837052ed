package jp.shomei.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.shomei.contracts.ContractTypes;
import jp.shomei.contracts.institution.Contact;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventRulesTest {

    private static final Pattern SECRET_NAME =
            Pattern.compile("password|passphrase|passcode|secret|token|privatekey|referenceid");
    private static final Pattern SECRET_WORD = Pattern.compile("(?:^|(?<=[a-z0-9]))[Pp]in(?![a-z])|^PIN$");
    private static final Set<String> PERSONAL = Set.of("phone", "email");

    @ParameterizedTest
    @MethodSource("events")
    void isATopLevelRecordWithARevision(Class<?> event) {
        assertThat(event).isRecord().hasAnnotation(Revision.class);
        assertThat(event.getEnclosingClass()).isNull();
        assertThat(StoredEvents.revisionOf(event)).matches("[1-9][0-9]*");
    }

    @Test
    void everyTypeWithARevisionIsKnownHere() {
        assertThat(ContractTypes.all().stream().filter(type -> type.isAnnotationPresent(Revision.class)))
                .containsExactlyInAnyOrderElementsOf(StoredEvents.all());
    }

    @ParameterizedTest
    @MethodSource("parts")
    void holdsNoSecret(Class<?> part) {
        assertThat(names(part).filter(EventRulesTest::looksSecret)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("parts")
    void keepsPersonalDataInContactAlone(Class<?> part) {
        if (!part.equals(Contact.class)) {
            assertThat(names(part).filter(PERSONAL::contains)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "oldPassword",
                "pin",
                "cardPin",
                "pinCode",
                "referenceId",
                "privateKey",
                "accessToken"
            })
    void wouldNoticeASecret(String name) {
        assertThat(looksSecret(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"publicKeySha256", "requestId", "shippingDay", "mapping", "pinkSlip"})
    void doesNotTakeOtherNamesForSecrets(String name) {
        assertThat(looksSecret(name)).isFalse();
    }

    private static boolean looksSecret(String name) {
        return SECRET_NAME.matcher(name.toLowerCase(Locale.ROOT)).find()
                || SECRET_WORD.matcher(name).find();
    }

    private static Stream<String> names(Class<?> part) {
        return Arrays.stream(part.getRecordComponents()).map(RecordComponent::getName);
    }

    static List<Class<?>> events() {
        return StoredEvents.all();
    }

    static List<Class<?>> parts() {
        return Stream.concat(
                        StoredEvents.all().stream(),
                        StoredEvents.valueTypes().stream().filter(Class::isRecord))
                .toList();
    }
}
