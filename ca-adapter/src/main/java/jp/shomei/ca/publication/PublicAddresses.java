package jp.shomei.ca.publication;

import java.math.BigInteger;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that certificates name. They are signed into every certificate and last as long as it: a public URL that
 * was in use must go on answering.
 *
 * @param publicUrl where this system is reached from outside, without a slash at the end
 * @param partitions into how many revocation lists the certificates of an issuer are divided; 1 for no division
 */
public record PublicAddresses(URI publicUrl, int partitions) {

    static final String OCSP = "/ocsp";
    private static final int MOST_PARTITIONS = 256;

    public PublicAddresses {
        if (!isPlain(publicUrl)) {
            throw new IllegalArgumentException(
                    "the public URL must be an http or https URL of a host, without query: " + publicUrl);
        }
        if (partitions < 1 || partitions > MOST_PARTITIONS) {
            throw new IllegalArgumentException("there must be 1 to " + MOST_PARTITIONS + " partitions");
        }
    }

    /** The OCSP responder. */
    public String ocsp() {
        return publicUrl + OCSP;
    }

    /** An issuing certificate, by its key identifier. */
    public String issuer(String issuerKeyId) {
        return publicUrl + "/ca/crt/" + issuerKeyId + ".crt";
    }

    /** A revocation list: of one partition, or with none the complete one. */
    public String list(String issuerKeyId, @Nullable Integer partition) {
        return publicUrl + "/ca/crl/" + issuerKeyId + (partition == null ? "" : "-" + partition) + ".crl";
    }

    /** The partition of a new certificate; none if there is no division. */
    public @Nullable Integer partitionOf(BigInteger serialNumber) {
        return partitions == 1
                ? null
                : serialNumber.mod(BigInteger.valueOf(partitions)).intValueExact();
    }

    /** The revocation list that a new certificate names. */
    public String listFor(String issuerKeyId, BigInteger serialNumber) {
        return list(issuerKeyId, partitionOf(serialNumber));
    }

    private static boolean isPlain(URI url) {
        return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                && url.getHost() != null
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && url.getRawUserInfo() == null
                && !url.toString().endsWith("/")
                && url.toString().equals(url.toASCIIString());
    }
}
