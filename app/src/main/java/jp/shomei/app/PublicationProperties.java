package jp.shomei.app;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set about how certificates' status is published, as {@code --shomei.NAME=VALUE}.
 *
 * @param publicUrl {@code public-url}: where the system is reached from outside. It is signed into every certificate, so an
 *     address that was in use must go on answering
 * @param crl revocation lists
 * @param ocsp OCSP answers
 */
@ConfigurationProperties("shomei")
public record PublicationProperties(
        URI publicUrl, @DefaultValue Crl crl, @DefaultValue Ocsp ocsp) {

    /**
     * Revocation lists.
     *
     * @param lifetime {@code crl.lifetime}: from one list to when the next must have come
     * @param partitions {@code crl.partitions}: into how many lists certificates are divided; 1 for no division
     */
    public record Crl(
            @DefaultValue("72h") Duration lifetime,
            @DefaultValue("1") int partitions) {}

    /**
     * OCSP answers.
     *
     * @param lifetime {@code ocsp.lifetime}: how long an answer may be relied on
     */
    public record Ocsp(@DefaultValue("12h") Duration lifetime) {}
}
