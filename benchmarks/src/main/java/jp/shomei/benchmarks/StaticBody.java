package jp.shomei.benchmarks;

import jp.shomei.http.access.OpenToAll;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The same bytes for everybody, by the same server, behind the same filters. */
@RestController
public final class StaticBody {

    private volatile byte[] body = {};

    void is(byte[] bytes) {
        body = bytes;
    }

    @OpenToAll
    @GetMapping(path = "/static-body", produces = "application/ocsp-response")
    public Mono<ResponseEntity<byte[]>> get() {
        return Mono.just(ResponseEntity.ok(body));
    }

    /** Brings it into the program. */
    @Configuration(proxyBeanMethods = false)
    public static class Setting {

        @Bean
        StaticBody staticBody() {
            return new StaticBody();
        }
    }
}
