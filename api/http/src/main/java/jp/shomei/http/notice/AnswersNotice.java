package jp.shomei.http.notice;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the endpoints of a class that answer as {@link NoticeChanges} does. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ApiResponse(
        responseCode = "200",
        description = "recorded",
        content = @Content(schema = @Schema(implementation = NoticeJson.class)))
@ApiResponse(
        responseCode = "202",
        description = "recorded; the notice cannot be shown yet",
        content = @Content(schema = @Schema(implementation = NoticeChanges.Recorded.class)))
@interface AnswersNotice {}
