package jp.shomei.http.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jp.shomei.contracts.refusal.ErrorCode;

/**
 * The codes an endpoint may refuse with, besides those every endpoint has. Annotations that carry it add up: one for what
 * several endpoints have in common, one for an endpoint's own.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface Refuses {
    /** The codes. */
    ErrorCode[] value();
}
