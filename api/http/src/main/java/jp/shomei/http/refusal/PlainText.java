package jp.shomei.http.refusal;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;

/** A problem as clients of EST expect it: plain text for people to read (RFC 7030 section 4.2.3). */
final class PlainText {
    static final MediaType TYPE = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final String EST = "/.well-known/est";

    private PlainText() {}

    static boolean isWanted(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().pathWithinApplication().value().startsWith(EST);
    }

    static byte[] of(Problem problem) {
        Stream<String> fields = problem.errors() == null
                ? Stream.of()
                : problem.errors().stream().map(Problem.BadField::message);
        return Stream.concat(Stream.of(problem.title() + " (" + problem.code() + ")", problem.detail()), fields)
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
