package jp.shomei.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import jp.shomei.ca.authority.AuthorityUnusable;
import jp.shomei.ca.secret.SecretUnusable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StartRefusedAnalyzerTest {

    private final StartRefusedAnalyzer analyzer = new StartRefusedAnalyzer();

    @ParameterizedTest
    @MethodSource("refusals")
    void tellsWhatToDoHoweverDeepItLies(RuntimeException refusal) {
        var failure = new IllegalStateException("a bean", new IllegalStateException("another bean", refusal));
        assertThat(analyzer.analyze(failure).getDescription()).isEqualTo("do this");
    }

    @Test
    void leavesEveryOtherFailureToOthers() {
        assertThat(analyzer.analyze(new IllegalStateException("a bean", new IllegalArgumentException("else"))))
                .isNull();
    }

    static Stream<RuntimeException> refusals() {
        return Stream.of(new StartRefused("do this"), new AuthorityUnusable("do this"), new SecretUnusable("do this"));
    }
}
