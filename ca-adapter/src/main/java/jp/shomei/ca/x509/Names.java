package jp.shomei.ca.x509;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Distinguished names of the one form in use: country, organization, common name. */
public final class Names {

    private static final String COUNTRY = "JP";

    private Names() {}

    /** {@code C=JP, O=organization, CN=commonName}. */
    public static X500Name of(String organization, String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, COUNTRY)
                .addRDN(BCStyle.O, organization)
                .addRDN(BCStyle.CN, commonName)
                .build();
    }
}
