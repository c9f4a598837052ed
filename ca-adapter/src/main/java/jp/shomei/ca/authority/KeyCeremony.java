package jp.shomei.ca.authority;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.Base64;
import jp.shomei.ca.secret.SecretDirectory;
import jp.shomei.ca.x509.Names;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Makes the authority: a root for 30 years, an issuing authority for 15 that may not make further authorities, and the
 * secret keys that belong to them.
 */
final class KeyCeremony implements SecretDirectory.Maker {

    private static final int KEY_BITS = 3072;
    private static final int ROOT_YEARS = 30;
    private static final int ISSUING_YEARS = 15;
    private static final int SECRET_BYTES = 32;
    private static final String NAME = "Online Billing NW Common ";

    private final String organization;
    private final LocalDate day;
    private final SecureRandom random;

    /**
     * @param day first day of validity
     */
    KeyCeremony(String organization, LocalDate day, SecureRandom random) {
        this.organization = organization;
        this.day = day;
        this.random = random;
    }

    @Override
    public void fill(SecretDirectory empty) {
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(secret());
        empty.write(AuthorityFile.PASSWORD.fileName(), password.getBytes(StandardCharsets.US_ASCII));
        empty.write(AuthorityFile.REFERENCE_KEY.fileName(), secret());
        empty.write(AuthorityFile.ESCROW_KEY.fileName(), secret());
        try {
            makeAuthorities(empty, password.toCharArray());
        } catch (GeneralSecurityException | OperatorCreationException | IOException failed) {
            throw new AuthorityUnusable("the authority's keys cannot be made", failed);
        }
    }

    private void makeAuthorities(SecretDirectory empty, char[] password)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        X500Name rootName = Names.of(organization, NAME + "Root CA");
        X500Name issuingName = Names.of(organization, NAME + "Issuing CA G1");
        KeyPair rootKeys = keys();
        KeyPair issuingKeys = keys();
        X509Certificate root = new AuthorityCertificate(rootName, rootKeys, day, ROOT_YEARS, new BasicConstraints(true))
                .signedBy(rootName, rootKeys, random);
        X509Certificate issuing = new AuthorityCertificate(
                        issuingName, issuingKeys, day, ISSUING_YEARS, new BasicConstraints(0))
                .signedBy(rootName, rootKeys, random);
        AuthorityKeyStore.write(empty, AuthorityFile.ROOT, rootKeys.getPrivate(), password, root);
        AuthorityKeyStore.write(empty, AuthorityFile.ISSUING, issuingKeys.getPrivate(), password, issuing, root);
    }

    private KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS, random);
        return generator.generateKeyPair();
    }

    private byte[] secret() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }
}
