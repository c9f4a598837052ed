package jp.shomei.http.certificate;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jp.shomei.contracts.certificate.CertificateDetailView;

/** Marks the endpoints of a class that answer as {@link Changes} does. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ApiResponse(
        responseCode = "200",
        description = "recorded",
        content = @Content(schema = @Schema(implementation = CertificateDetailView.class)))
@ApiResponse(
        responseCode = "202",
        description = "recorded; the certificate cannot be shown yet",
        content = @Content(schema = @Schema(implementation = Changes.Recorded.class)))
@interface AnswersCertificate {}
