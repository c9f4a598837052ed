package jp.shomei.app.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.shomei.app.start.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class NodeSettingTest {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void withoutAWordAProcessIsTheWholeSystem() {
        assertThat(NodeRole.of(environment)).isEqualTo(NodeRole.ALL);
        assertThat(NodeRole.ALL.includes(NodeRole.COMMAND)).isTrue();
        assertThat(NodeRole.ALL.includes(NodeRole.QUERY)).isTrue();
        assertThatCode(() -> NodeSetting.require(environment)).doesNotThrowAnyException();
    }

    @Test
    void oneHalfDoesNotIncludeTheOther() {
        assertThat(NodeRole.COMMAND.includes(NodeRole.QUERY)).isFalse();
        assertThat(NodeRole.QUERY.includes(NodeRole.COMMAND)).isFalse();
        assertThat(NodeRole.QUERY.includes(NodeRole.QUERY)).isTrue();
    }

    @Test
    void aRoleThatIsNoneIsRefused() {
        environment.setProperty("shomei.role", "reader");

        assertThatThrownBy(() -> NodeSetting.require(environment))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("all, command or query");
    }

    @ParameterizedTest
    @ValueSource(strings = {"command", "query"})
    void oneHalfNeedsAxonServer(String role) {
        environment.setProperty("shomei.role", role);

        assertThatThrownBy(() -> NodeSetting.require(environment))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("axon.axonserver.enabled=true");

        environment.setProperty("axon.axonserver.enabled", "true");
        assertThatCode(() -> NodeSetting.require(environment)).doesNotThrowAnyException();
    }

    @Test
    void oneOfSeveralHasNoSimulatedClock() {
        environment.setProperty("axon.axonserver.enabled", "true");
        environment.setProperty("shomei.clock", "2021-03-10T09:00:00+09:00");
        assertThatCode(() -> NodeSetting.require(environment)).doesNotThrowAnyException();

        environment.setProperty("shomei.role", "command");
        assertThatThrownBy(() -> NodeSetting.require(environment))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("simulated clock");
    }
}
