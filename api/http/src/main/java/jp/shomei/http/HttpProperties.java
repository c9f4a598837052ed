package jp.shomei.http;

import java.nio.file.Path;
import java.time.Duration;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.http.upload.UploadSpool;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of a caller is put up with, as {@code --shomei.http.NAME=VALUE}.
 *
 * @param bodyLimit the largest body of a request that is no file
 * @param importLimit the largest file of registrations
 * @param resultsLimit the largest file of results, of payments or of the post
 * @param spool the directory in which such files lie while they are read; absent for the system's temporary one
 * @param requestLimit how long a request may take to arrive
 * @param idleLimit how long a connection may wait for one
 */
@ConfigurationProperties("shomei.http")
public record HttpProperties(
        @DefaultValue("64KB") DataSize bodyLimit,
        @DefaultValue("256MB") DataSize importLimit,
        @DefaultValue("32MB") DataSize resultsLimit,
        @Nullable Path spool,
        @DefaultValue("5m") Duration requestLimit,
        @DefaultValue("60s") Duration idleLimit) {

    /** A place for files of at most this size, which says so if one is being loaded already. */
    UploadSpool spoolFor(DataSize limit, ErrorCode running) {
        return new UploadSpool(
                spool == null ? Path.of(System.getProperty("java.io.tmpdir")) : spool, limit.toBytes(), running);
    }
}
