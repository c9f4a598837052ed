package jp.shomei.contracts.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.shomei.contracts.ContractTypes;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever rooms say to each other can be written in one process and read in another, with nothing lost. */
class CrossesProcessesTest {

    private final Serializer serializer = MessageSerializer.create();

    @ParameterizedTest
    @MethodSource("records")
    void isReadAsItWasWritten(Class<?> type) {
        Object said = Samples.of(type);

        Object heard = serializer.deserialize(serializer.serialize(said, String.class));

        assertThat(heard).isInstanceOf(type);
        assertThat(written(heard)).isEqualTo(written(said));
    }

    private String written(Object message) {
        return serializer.serialize(message, String.class).getData();
    }

    static List<Class<?>> records() {
        return ContractTypes.all().stream().filter(Class::isRecord).toList();
    }
}
