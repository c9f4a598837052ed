package jp.shomei.http.certificate;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.http.openapi.Refuses;

/** What every way to download a certificate may refuse with. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Refuses({
    ErrorCode.INVALID_FIELDS,
    ErrorCode.DOWNLOAD_LOCKED,
    ErrorCode.CERTIFICATE_NOT_FOUND,
    ErrorCode.NOT_ISSUED,
    ErrorCode.ALREADY_REVOKED,
    ErrorCode.CERTIFICATE_EXPIRED,
    ErrorCode.DOWNLOAD_PERIOD_OVER,
    ErrorCode.CERTIFICATE_HAS_ANOTHER_KEY,
    ErrorCode.SIGNING_IN_PROGRESS,
    ErrorCode.SIGNING_UNAVAILABLE
})
public @interface RefusesDownload {}
