package jp.shomei.ca.authority;

import jp.shomei.ca.x509.Names;
import org.bouncycastle.asn1.x500.X500Name;

/** What the authorities are called, and how long they last, unless somebody wants it otherwise. */
public final class AuthorityNames {

    /** Validity of a root, in years. */
    public static final int ROOT_YEARS = 30;

    /** Validity of an issuing certificate, in years. */
    public static final int ISSUING_YEARS = 15;

    /** The organization, unless an operator sets another. */
    public static final String ORGANIZATION = "Online Billing NW Common";

    private static final String NETWORK = "Online Billing NW Common ";

    private AuthorityNames() {}

    /** The root's name. */
    public static X500Name root(String organization) {
        return Names.of(organization, NETWORK + "Root CA");
    }

    /** The name of an issuing authority; each generation has its own, so that a name tells the key. */
    public static X500Name issuing(String organization, int generation) {
        return Names.of(organization, NETWORK + "Issuing CA G" + generation);
    }
}
