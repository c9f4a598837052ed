package jp.shomei.http.refusal;

import jp.shomei.contracts.refusal.ErrorCode;
import org.springframework.http.HttpStatus;

/** The HTTP status of every code, and the code of every status the framework refuses with. */
public final class Statuses {
    private Statuses() {}

    /** The status of a code. */
    public static HttpStatus of(ErrorCode code) {
        return switch (code.kind()) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case METHOD -> HttpStatus.METHOD_NOT_ALLOWED;
            case ACCEPT -> HttpStatus.NOT_ACCEPTABLE;
            case MEDIA_TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case SIZE -> HttpStatus.CONTENT_TOO_LARGE;
            case INCOMPLETE -> HttpStatus.REQUEST_TIMEOUT;
            case CONFLICT -> HttpStatus.CONFLICT;
            case LIMITED -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            case FAULT -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    /** The code for a refusal that the framework gave only a status. */
    static ErrorCode code(int status) {
        return switch (status) {
            case 401 -> ErrorCode.UNAUTHENTICATED;
            case 403 -> ErrorCode.FORBIDDEN;
            case 404 -> ErrorCode.NOT_FOUND;
            case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
            case 406 -> ErrorCode.NOT_ACCEPTABLE;
            case 408 -> ErrorCode.REQUEST_INCOMPLETE;
            case 413 -> ErrorCode.BODY_TOO_LARGE;
            case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> ErrorCode.TEMPORARILY_UNAVAILABLE;
            default -> status >= 500 ? ErrorCode.INTERNAL_ERROR : ErrorCode.INVALID_REQUEST;
        };
    }
}
