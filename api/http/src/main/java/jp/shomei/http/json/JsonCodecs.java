package jp.shomei.http.json;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.codec.CodecConfigurer;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.web.reactive.accept.RequestedContentTypeResolverBuilder;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Makes this room's JSON the server's. */
@Order(Ordered.LOWEST_PRECEDENCE)
public final class JsonCodecs implements WebFluxConfigurer {
    private final int limit;

    /**
     * The codecs with a bound.
     *
     * @param limit the largest body that is read into memory, in bytes
     */
    public JsonCodecs(int limit) {
        this.limit = limit;
    }

    @Override
    public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
        CodecConfigurer.DefaultCodecs codecs = configurer.defaultCodecs();
        codecs.maxInMemorySize(limit);
        codecs.jacksonJsonDecoder(new JsonBodyDecoder(limit));
        codecs.jacksonJsonEncoder(new JacksonJsonEncoder(WebJson.MAPPER));
    }

    @Override
    public void configureContentTypeResolver(RequestedContentTypeResolverBuilder builder) {
        builder.resolver(new AcceptedTypes());
    }
}
