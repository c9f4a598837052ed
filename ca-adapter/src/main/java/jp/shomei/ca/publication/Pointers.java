package jp.shomei.ca.publication;

import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.jspecify.annotations.Nullable;

/** The extensions by which certificates and revocation lists point at each other. */
public final class Pointers {

    /** Longer than any number of a partition. */
    private static final Pattern PARTITION = Pattern.compile("-([0-9]{1,5})\\.crl$");

    private Pointers() {}

    /** CRL distribution points (RFC 5280 section 4.2.1.13): one list, of all reasons. */
    public static CRLDistPoint distributionPoint(String list) {
        return new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(fullName(List.of(list)), null, null)});
    }

    /** Authority information access (RFC 5280 section 4.2.2.1): where to ask for the status, and where the issuer is. */
    public static AuthorityInformationAccess authorityInformationAccess(String ocsp, String issuer) {
        return new AuthorityInformationAccess(new AccessDescription[] {
            new AccessDescription(AccessDescription.id_ad_ocsp, uri(ocsp)),
            new AccessDescription(AccessDescription.id_ad_caIssuers, uri(issuer))
        });
    }

    /**
     * Issuing distribution point (RFC 5280 section 5.2.5) of a list for some of the holders.
     *
     * @param addresses every address by which their certificates name it; at least one
     */
    public static IssuingDistributionPoint issuingDistributionPoint(Collection<String> addresses) {
        return new IssuingDistributionPoint(fullName(addresses), true, false, null, false, false);
    }

    /** The partition that a certificate names; none if it names a complete list, or no list. */
    public static @Nullable Integer partitionIn(@Nullable Extensions extensions) {
        return lists(extensions)
                .map(PARTITION::matcher)
                .filter(Matcher::find)
                .map(found -> Integer.valueOf(found.group(1)))
                .findFirst()
                .orElse(null);
    }

    /** The partition that a revocation list is about; none if it is a complete list. */
    public static @Nullable Integer partitionOfList(@Nullable Extensions extensions) {
        if (extensions == null || extensions.getExtension(Extension.issuingDistributionPoint) == null) {
            return null;
        }
        IssuingDistributionPoint point = IssuingDistributionPoint.getInstance(
                extensions.getExtensionParsedValue(Extension.issuingDistributionPoint));
        return Optional.ofNullable(point.getDistributionPoint()).stream()
                .flatMap(Pointers::uris)
                .map(PARTITION::matcher)
                .filter(Matcher::find)
                .map(found -> Integer.valueOf(found.group(1)))
                .findFirst()
                .orElse(null);
    }

    /** The address of the list that a certificate names, that of its partition if it names one; none if it names no list. */
    public static @Nullable String listIn(@Nullable Extensions extensions) {
        return lists(extensions)
                .min(Comparator.comparing(list -> !PARTITION.matcher(list).find()))
                .orElse(null);
    }

    /** The public URL under which a certificate's OCSP responder is; none if it names no responder of ours. */
    public static Optional<URI> publicUrlIn(@Nullable Extensions extensions) {
        if (extensions == null || extensions.getExtension(Extension.authorityInfoAccess) == null) {
            return Optional.empty();
        }
        AuthorityInformationAccess access = AuthorityInformationAccess.fromExtensions(extensions);
        return Arrays.stream(access.getAccessDescriptions())
                .filter(description -> description.getAccessMethod().equals(AccessDescription.id_ad_ocsp))
                .filter(description ->
                        description.getAccessLocation().getTagNo() == GeneralName.uniformResourceIdentifier)
                .map(description -> description.getAccessLocation().getName().toString())
                .filter(responder -> responder.endsWith(PublicAddresses.OCSP))
                .map(responder ->
                        URI.create(responder.substring(0, responder.length() - PublicAddresses.OCSP.length())))
                .findFirst();
    }

    private static Stream<String> lists(@Nullable Extensions extensions) {
        if (extensions == null || extensions.getExtension(Extension.cRLDistributionPoints) == null) {
            return Stream.empty();
        }
        CRLDistPoint points =
                CRLDistPoint.getInstance(extensions.getExtensionParsedValue(Extension.cRLDistributionPoints));
        return Arrays.stream(points.getDistributionPoints())
                .flatMap(point -> Optional.ofNullable(point.getDistributionPoint()).stream())
                .flatMap(Pointers::uris);
    }

    private static Stream<String> uris(DistributionPointName point) {
        return point.getType() != DistributionPointName.FULL_NAME
                ? Stream.empty()
                : Arrays.stream(GeneralNames.getInstance(point.getName()).getNames())
                        .filter(name -> name.getTagNo() == GeneralName.uniformResourceIdentifier)
                        .map(name -> name.getName().toString());
    }

    private static DistributionPointName fullName(Collection<String> addresses) {
        return new DistributionPointName(
                new GeneralNames(addresses.stream().map(Pointers::uri).toArray(GeneralName[]::new)));
    }

    private static GeneralName uri(String address) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, address);
    }
}
