package jp.shomei.http.institution;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.institution.RegisterInstitution;
import jp.shomei.contracts.institution.RegistrationForm;
import jp.shomei.http.refusal.BadFile;
import jp.shomei.http.upload.CsvRows;

/** The registrations of a CSV file, read a few hundred at a time. */
final class RegistrationRows implements Closeable {
    /** The columns, in this or any other order. */
    static final String HEADER =
            "code,name,category,prefecture,scoreTable,postalCode,address,founder,phone,paymentMethod";

    private final CsvRows rows;

    private RegistrationRows(CsvRows rows) {
        this.rows = rows;
    }

    /**
     * One row.
     *
     * @param index its place among the rows, from 0
     * @param line the line it begins on, from 1
     * @param registration what it says; empty if it has not as many columns as the header
     */
    record Row(int index, long line, Optional<RegisterInstitution> registration) {}

    /**
     * Opens a file and reads its header.
     *
     * @throws BadFile if the header does not name the columns, each once
     */
    static RegistrationRows open(Path file, Charset charset) throws IOException {
        return new RegistrationRows(CsvRows.open(file, charset, List.of(HEADER.split(","))));
    }

    /** The next rows, at most so many; none at the end. */
    List<Row> next(int most) {
        return rows.next(most).stream()
                .map(row -> new Row(row.index(), row.line(), row.fields().map(RegistrationRows::registration)))
                .toList();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private static RegisterInstitution registration(CsvRows.Fields fields) {
        RegistrationForm form = new RegistrationForm(
                fields.in("name"),
                fields.in("category"),
                fields.in("prefecture"),
                fields.in("scoreTable"),
                fields.in("postalCode"),
                fields.in("address"),
                fields.in("founder"),
                fields.in("phone"),
                fields.in("paymentMethod"));
        return new RegisterInstitution(fields.in("code"), form);
    }
}
