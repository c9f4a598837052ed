package jp.shomei.http.certificate;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.http.openapi.Refuses;

/** What every change of an issued certificate may refuse with. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Refuses({
    ErrorCode.INVALID_FIELDS,
    ErrorCode.CERTIFICATE_NOT_FOUND,
    ErrorCode.NOT_ISSUED,
    ErrorCode.ALREADY_REVOKED,
    ErrorCode.CERTIFICATE_EXPIRED
})
@interface RefusesAmendment {}
