package jp.shomei.contracts.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;

/** How commands, events, queries and tokens are written down: readable JSON, absent values left out. */
public final class MessageSerializer {

    private MessageSerializer() {}

    /** The one serializer of the system. An event written with it can be read by a person. */
    public static Serializer create() {
        return Jackson3Serializer.builder()
                .revisionResolver(new AnnotationRevisionResolver())
                .jsonMapperBuilderCustomizer(mapper -> mapper.changeDefaultPropertyInclusion(
                                inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        // a time keeps the offset it is told with
                        .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE))
                .build();
    }
}
