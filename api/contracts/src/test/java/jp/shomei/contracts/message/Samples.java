package jp.shomei.contracts.message;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.shomei.contracts.certificate.CertificateApplied;
import jp.shomei.contracts.certificate.CertificateEvent;
import jp.shomei.contracts.certificate.CertificateHistoryView.RecordedEvent;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.institution.InstitutionCode;

/** One value of any type that messages are made of, every part filled in. */
final class Samples {

    private static final Map<Class<?>, Object> GIVEN = Map.ofEntries(
            Map.entry(String.class, "値1"),
            Map.entry(int.class, 7),
            Map.entry(Integer.class, 7),
            Map.entry(long.class, 8L),
            Map.entry(Long.class, 8L),
            Map.entry(double.class, 0.5),
            Map.entry(Double.class, 0.5),
            Map.entry(boolean.class, true),
            Map.entry(Boolean.class, true),
            Map.entry(BigDecimal.class, new BigDecimal("1.50")),
            Map.entry(LocalDate.class, LocalDate.of(2021, 3, 10)),
            Map.entry(YearMonth.class, YearMonth.of(2021, 3)),
            Map.entry(Instant.class, Instant.parse("2021-03-10T00:00:00.123456Z")),
            Map.entry(OffsetDateTime.class, OffsetDateTime.parse("2021-03-10T09:00:00+09:00")),
            Map.entry(Duration.class, Duration.ofSeconds(90)),
            Map.entry(Period.class, Period.ofDays(14)),
            Map.entry(BillingMonth.class, BillingMonth.ofChargesOn(LocalDate.of(2021, 3, 10))),
            Map.entry(InstitutionCode.class, new InstitutionCode("0110214822")));

    private Samples() {}

    static Object of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic);
        }
        Class<?> plain = (Class<?>) type;
        if (GIVEN.containsKey(plain)) {
            return GIVEN.get(plain);
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        if (plain.isArray()) {
            Object array = Array.newInstance(plain.getComponentType(), 2);
            Array.set(array, 1, plain == byte[].class ? (byte) 65 : of(plain.getComponentType()));
            return array;
        }
        if (plain.isSealed()) {
            return of(plain.getPermittedSubclasses()[0]);
        }
        if (plain.isRecord()) {
            return record(plain);
        }
        throw new AssertionError("messages are not made of " + plain);
    }

    private static Object generic(ParameterizedType type) {
        Type[] parts = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return List.of(of(parts[0]));
        }
        if (type.getRawType() == Set.class) {
            return Set.of(of(parts[0]));
        }
        if (type.getRawType() == Map.class) {
            return Map.of(of(parts[0]), of(parts[1]));
        }
        if (type.getRawType() == Optional.class) {
            return Optional.of(of(parts[0]));
        }
        throw new AssertionError("messages are not made of " + type);
    }

    private static Object record(Class<?> type) {
        if (type == RecordedEvent.class) {
            return new RecordedEvent(
                    3,
                    "CertificateApplied",
                    "1",
                    OffsetDateTime.parse("2021-03-10T09:00:00+09:00"),
                    "actor",
                    "role",
                    (CertificateEvent) of(CertificateApplied.class));
        }
        RecordComponent[] parts = type.getRecordComponents();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(
                    Arrays.stream(parts).map(part -> of(part.getGenericType())).toArray());
        } catch (InvocationTargetException refused) {
            throw new AssertionError(type + " needs other samples", refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
