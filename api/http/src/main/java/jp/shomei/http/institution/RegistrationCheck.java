package jp.shomei.http.institution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.shomei.contracts.institution.CheckRegistrations;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.RegisterInstitution;
import jp.shomei.contracts.institution.RegistrationFault;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.message.Origin;
import jp.shomei.http.refusal.BadLine;
import jp.shomei.http.refusal.BadLines;

/** Goes through a file once and finds its bad lines, changing nothing. */
final class RegistrationCheck {
    private static final long MOST_ROWS = 1_000_000;
    private final Set<Long> codes = new HashSet<>();
    private final BadLines bad = new BadLines();
    private final Gateways gateways;
    private final Origin origin;
    private long read;

    RegistrationCheck(Gateways gateways, Origin origin) {
        this.gateways = gateways;
        this.origin = origin;
    }

    BadLines bad() {
        return bad;
    }

    /** Rows so far. */
    long read() {
        return read;
    }

    void run(RegistrationRows rows) throws Exception {
        for (var chunk = rows.next(RegistrationImport.CHUNK);
                !chunk.isEmpty();
                chunk = rows.next(RegistrationImport.CHUNK)) {
            read += chunk.size();
            if (read > MOST_ROWS) {
                throw Refused.because(ErrorCode.BODY_TOO_LARGE);
            }
            check(chunk);
        }
    }

    private void check(List<RegistrationRows.Row> chunk) throws Exception {
        List<RegistrationRows.Row> readable =
                chunk.stream().filter(row -> row.registration().isPresent()).toList();
        Map<Integer, RegistrationFault> faults = faults(readable);
        for (RegistrationRows.Row row : chunk) {
            if (row.registration().isEmpty()) {
                bad.add(row.index(), new BadLine.Whole(row.line(), BadLine.Fault.COLUMNS));
                continue;
            }
            RegistrationFault fault = faults.get(row.index());
            for (FieldError error : fault == null ? List.<FieldError>of() : fault.errors()) {
                bad.add(row.index(), new BadLine.Field(row.line(), error));
            }
            if (isRepeated(row.registration().get().code())) {
                bad.add(row.index(), new BadLine.Whole(row.line(), BadLine.Fault.DUPLICATE));
            }
        }
    }

    /** The faults by the row's place in the file. */
    private Map<Integer, RegistrationFault> faults(List<RegistrationRows.Row> rows) throws Exception {
        if (rows.isEmpty()) {
            return Map.of();
        }
        List<RegisterInstitution> registrations = new ArrayList<>(rows.size());
        rows.forEach(row -> registrations.add(row.registration().orElseThrow()));
        RegistrationFault[] faults = gateways.sendAndWait(
                new CheckRegistrations(registrations),
                RegistrationFault[].class,
                origin,
                RegistrationImport.CHUNK_DEADLINE);
        return Arrays.stream(faults)
                .collect(Collectors.toMap(
                        fault -> rows.get(fault.index()).index(), Function.identity(), (first, second) -> first));
    }

    /** Codes that are no codes are bad anyhow and need not be remembered. */
    private boolean isRepeated(String code) {
        // the leading 1 keeps codes that begin with zeros, and are of eight or ten digits, apart
        return InstitutionCode.isWellFormed(code) && !codes.add(Long.parseLong("1" + code));
    }
}
