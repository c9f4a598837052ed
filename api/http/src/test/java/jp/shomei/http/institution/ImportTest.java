package jp.shomei.http.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.shomei.contracts.institution.CheckRegistrations;
import jp.shomei.contracts.institution.ImportOutcome;
import jp.shomei.contracts.institution.RegisterInstitution;
import jp.shomei.contracts.institution.RegisterInstitutions;
import jp.shomei.contracts.institution.RegistrationFault;
import jp.shomei.http.HttpTest;
import jp.shomei.http.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A test of the import; leaves no file behind. */
abstract class ImportTest extends HttpTest {
    static final Charset CP932 = Charset.forName("windows-31j");
    static final String UTF_8 = "text/csv;charset=UTF-8";
    static final char BYTE_ORDER_MARK = '\uFEFF';

    @Autowired
    private Environment environment;

    @BeforeEach
    void checkAndLoadAsTheCommandSideDoes() {
        others.on(CheckRegistrations.class, ImportTest::check);
        others.on(
                RegisterInstitutions.class,
                command -> new ImportOutcome(command.registrations().size(), 0, 0));
    }

    @AfterEach
    void noFileIsLeft() throws IOException {
        Path spool = Path.of(environment.getRequiredProperty("shomei.http.spool"));
        Files.createDirectories(spool);
        try (Stream<Path> files = Files.list(spool)) {
            assertThat(files).isEmpty();
        }
    }

    static RegistrationFault[] check(CheckRegistrations command) {
        List<RegistrationFault> faults = new ArrayList<>();
        for (int i = 0; i < command.registrations().size(); i++) {
            RegisterInstitution registration = command.registrations().get(i);
            var errors = registration.form().check(registration.code());
            if (!errors.isEmpty()) {
                faults.add(new RegistrationFault(i, errors));
            }
        }
        return faults.toArray(RegistrationFault[]::new);
    }

    String newestName() {
        return String.valueOf(others.newest(RegisterInstitutions.class)
                .getPayload()
                .registrations()
                .getFirst()
                .form()
                .name());
    }

    static String csv(String... rows) {
        return RegistrationRows.HEADER + "\n" + String.join("\n", rows) + "\n";
    }

    static String row(int number) {
        return code(number) + ",\"髙橋, 医院 " + number + "\",1,01,1,060-0001,北海道札幌市,基金　太郎,0111234567,DEDUCTION";
    }

    static String code(int number) {
        return "011%07d".formatted(number);
    }

    WebTestClient.ResponseSpec send(String type, byte[] body, String query) {
        return as(Role.OPERATOR)
                .post()
                .uri("/api/v1/institutions/import" + query)
                .header("Content-Type", type)
                .bodyValue(body)
                .exchange();
    }
}
