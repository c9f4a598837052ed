package jp.shomei.http.fee;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.http.openapi.Refuses;

/** What lists of results are refused with, in whatever form they come. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Refuses({
    ErrorCode.INVALID_FIELDS,
    ErrorCode.LEDGER_OPEN,
    ErrorCode.LEDGER_CLOSING,
    ErrorCode.RESULTS_HAVE_BAD_LINES,
    ErrorCode.RESULTS_RUNNING,
    ErrorCode.IMPORT_UNREADABLE,
    ErrorCode.BODY_TOO_LARGE,
    ErrorCode.REQUEST_INCOMPLETE,
    ErrorCode.UNSUPPORTED_MEDIA_TYPE
})
@interface RefusesResults {}
