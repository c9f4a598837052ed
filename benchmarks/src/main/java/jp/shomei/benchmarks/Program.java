package jp.shomei.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jp.shomei.app.ShomeiApplication;
import jp.shomei.contracts.message.Metadata;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The whole system in this process, as it is delivered but for its port. */
final class Program implements AutoCloseable {

    private static final long DEADLINE_SECONDS = 60;

    private final ConfigurableApplicationContext context;
    private final Path data;

    private Program(ConfigurableApplicationContext context, Path data) {
        this.context = context;
        this.data = data;
    }

    /** Starts it on this data directory, with what a benchmark needs besides. */
    static Program start(Path data, List<Class<?>> besides, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("--server.port=0", "--shomei.data=" + data, "--logging.level.jp.shomei=warn"));
        List<Class<?>> sources = new ArrayList<>(besides);
        sources.add(ShomeiApplication.class);
        SpringApplication application = new SpringApplication(sources.toArray(Class<?>[]::new));
        application.setRegisterShutdownHook(false);
        return new Program(application.run(arguments.toArray(String[]::new)), data);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Sends a command as an officer would, and waits for its answer. */
    <R> R send(Object command, Class<R> answer) throws Exception {
        Object answered = bean(CommandGateway.class)
                .send(GenericCommandMessage.asCommandMessage(command)
                        .withMetaData(
                                Map.of(Metadata.ACTOR, "officer", Metadata.ROLE, "OFFICER", Metadata.CHANNEL, "http")))
                .get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        return answer.cast(answered);
    }

    <R> R ask(Object query, Class<R> answer) throws Exception {
        return bean(QueryGateway.class).query(query, answer).get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    /** A number it was started with. */
    int setting(String name) {
        return context.getEnvironment().getRequiredProperty(name, Integer.class);
    }

    /** Where it answers. */
    String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** The bearer token of a role. */
    String token(String role) throws Exception {
        return JsonMapper.shared()
                .readTree(Files.readAllBytes(data.resolve("tokens.json")))
                .get(role)
                .asString();
    }

    @Override
    public void close() {
        context.close();
    }
}
