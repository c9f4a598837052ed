package jp.shomei.http.institution;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.institution.ImportOutcome;
import jp.shomei.contracts.institution.RegisterInstitution;
import jp.shomei.contracts.institution.RegisterInstitutions;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.message.Origin;
import jp.shomei.http.refusal.BadLines;
import jp.shomei.http.upload.UploadCharset;

/**
 * Loads a file of registrations: every line is checked before the first is loaded. Loading goes by the hundred and can be
 * repeated, since a registration that is on file already changes nothing.
 */
public final class RegistrationImport {
    static final int CHUNK = 500;
    static final Duration CHUNK_DEADLINE = Duration.ofMinutes(2);
    private final Gateways gateways;

    /** Sends through these gateways. */
    public RegistrationImport(Gateways gateways) {
        this.gateways = gateways;
    }

    /**
     * What became of a file.
     *
     * @param read its lines, the header not counted
     * @param outcome what became of the good ones
     * @param bad the others
     */
    record Result(long read, ImportOutcome outcome, BadLines bad) {}

    /**
     * Loads a file; blocks until it is done.
     *
     * @param file the file
     * @param declared the charset it is said to be in
     * @param onlyGoodLines whether to load the good lines of a file with bad ones
     * @param origin who sent it
     */
    Result run(Path file, Optional<Charset> declared, boolean onlyGoodLines, Origin origin) throws Exception {
        Charset charset = UploadCharset.of(file, declared);
        RegistrationCheck check = new RegistrationCheck(gateways, origin);
        try (RegistrationRows rows = RegistrationRows.open(file, charset)) {
            check.run(rows);
        }
        if (!onlyGoodLines) {
            check.bad().refuseIfAny(ErrorCode.IMPORT_HAS_BAD_LINES);
        }
        try (RegistrationRows rows = RegistrationRows.open(file, charset)) {
            return new Result(check.read(), load(rows, check.bad(), origin), check.bad());
        }
    }

    private ImportOutcome load(RegistrationRows rows, BadLines bad, Origin origin) throws Exception {
        ImportOutcome sum = new ImportOutcome(0, 0, 0);
        for (var chunk = rows.next(CHUNK); !chunk.isEmpty(); chunk = rows.next(CHUNK)) {
            // one order for everybody, so that two transactions cannot wait for each other
            List<RegisterInstitution> good = chunk.stream()
                    .filter(row -> !bad.has(row.index()))
                    .map(row -> row.registration().orElseThrow())
                    .sorted(Comparator.comparing(RegisterInstitution::code))
                    .toList();
            if (!good.isEmpty()) {
                sum = sum.plus(gateways.sendAndWait(
                        new RegisterInstitutions(good), ImportOutcome.class, origin, CHUNK_DEADLINE));
            }
        }
        return sum;
    }
}
