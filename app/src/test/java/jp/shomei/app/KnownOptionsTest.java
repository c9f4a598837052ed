package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import jp.shomei.app.start.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class KnownOptionsTest {

    private final StandardEnvironment environment = new StandardEnvironment();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--shomei.dta=elsewhere",
                "--shomei.clokc=2021-03-10T09:00:00+09:00",
                "--shomei.renewal.day=30",
                "--shomei.http.bodylimits=1KB"
            })
    void aMisspeltOptionIsRefusedAndThoseThereAreAreTold(String option) {
        set(option);

        assertThatThrownBy(() -> KnownOptions.require(environment))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("There is no option " + option.split("=")[0])
                .hasMessageContaining("--shomei.data,")
                .hasMessageContaining("--shomei.authority.token.pin-file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--shomei.data=d",
                "--shomei.key-pool=0",
                "--shomei.keyPool=0",
                "--shomei.closing-days[0]=2024-08-13",
                "--shomei.closing-days=2024-08-13,2024-08-14",
                "--shomei.fee.prices[0].licence=1600",
                "--shomei.public-url=https://example.jp",
                "--shomei.crl.partitions=4",
                "--shomei.role=query",
                "--shomei.oidc.issuer=https://example.jp",
                "--server.port=0",
                "--spring.mail.host=localhost"
            })
    void optionsThatThereAreAndOthersConcernsAreLeftAlone(String option) {
        set(option);

        assertThatCode(() -> KnownOptions.require(environment)).doesNotThrowAnyException();
    }

    @Test
    void theMachinesEnvironmentMayHoldWhatIsMeantForOthers() {
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of("SHOMEI_VERSION", "1.0")));

        assertThatCode(() -> KnownOptions.require(environment)).doesNotThrowAnyException();
    }

    private void set(String option) {
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(option));
    }
}
