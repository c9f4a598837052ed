package jp.shomei.http.refusal;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.http.json.WebJson;
import jp.shomei.http.language.Language;
import jp.shomei.http.language.Sentences;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers an error with problem details, in the reader's language, whatever the request accepts; where EST is spoken, in plain text. */
public final class ProblemWriter {
    /** The exchange's attribute with the code of its refusal, for whoever counts them. */
    public static final String REFUSAL = ProblemWriter.class.getName() + ".refusal";

    private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);
    private static final int MOST_FIELDS = 100;
    private static final String RETRY_SECONDS = "2";
    private final Sentences sentences;

    /** Takes the words from this catalogue. */
    public ProblemWriter(Sentences sentences) {
        this.sentences = sentences;
    }

    /** Answers with the problem that the error stands for. */
    public Mono<Void> write(ServerWebExchange exchange, Throwable error) {
        Refusal refusal = Refusals.of(error);
        if (refusal.code() == ErrorCode.INTERNAL_ERROR) {
            refusal = Refusal.of(ErrorCode.INTERNAL_ERROR, log(error));
        }
        exchange.getAttributes().put(REFUSAL, refusal.code());
        Locale language = Language.of(exchange.getRequest());
        Problem problem = problem(refusal, badFile(error), language);
        boolean plain = PlainText.isWanted(exchange);
        byte[] body = plain ? PlainText.of(problem) : WebJson.MAPPER.writeValueAsBytes(problem);
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(Statuses.of(refusal.code()));
        HttpHeaders headers = response.getHeaders();
        forget(headers);
        error(headers, error, refusal);
        headers.setContentType(plain ? PlainText.TYPE : MediaType.APPLICATION_PROBLEM_JSON);
        Language.tell(response, language);
        headers.setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private Problem problem(Refusal refusal, @Nullable BadFile file, Locale language) {
        ErrorCode code = refusal.code();
        return new Problem(
                Problem.urn(code),
                sentences.title(code, language),
                Statuses.of(code).value(),
                sentences.detail(code, refusal.arguments(), language),
                code.name(),
                errors(refusal, file, language),
                file == null ? null : file.count());
    }

    private @Nullable List<Problem.BadField> errors(Refusal refusal, @Nullable BadFile file, Locale language) {
        if (file != null) {
            return file.lines().stream()
                    .map(line -> line.shown(sentences, language))
                    .toList();
        }
        if (refusal.fields().isEmpty()) {
            return null;
        }
        return refusal.fields().stream()
                .limit(MOST_FIELDS)
                .map(bad -> new Problem.BadField(
                        null, Sentences.shown(bad.field()), bad.rule().name(), sentences.field(bad, language)))
                .toList();
    }

    private static void error(HttpHeaders headers, Throwable error, Refusal refusal) {
        if (error instanceof ErrorResponse refused) {
            refused.getHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
        }
        HttpStatus status = Statuses.of(refusal.code());
        if (status == HttpStatus.SERVICE_UNAVAILABLE || status == HttpStatus.TOO_MANY_REQUESTS) {
            String seconds = refusal.arguments().isEmpty()
                    ? RETRY_SECONDS
                    : refusal.arguments().getFirst();
            headers.set(HttpHeaders.RETRY_AFTER, seconds.matches("[0-9]{1,9}") ? seconds : RETRY_SECONDS);
        }
    }

    /** Takes back what was said of the answer that is not given now. */
    private static void forget(HttpHeaders headers) {
        Stream.of(
                        HttpHeaders.CONTENT_DISPOSITION,
                        HttpHeaders.CONTENT_LENGTH,
                        HttpHeaders.CACHE_CONTROL,
                        HttpHeaders.ETAG,
                        HttpHeaders.LOCATION)
                .forEach(headers::remove);
    }

    private static @Nullable BadFile badFile(Throwable error) {
        return error instanceof BadFile file ? file : null;
    }

    /** The reference number lets the caller report a fault without learning anything of it. */
    private static String log(Throwable error) {
        String reference =
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        LOG.error("fault {}", reference, error);
        return reference;
    }
}
