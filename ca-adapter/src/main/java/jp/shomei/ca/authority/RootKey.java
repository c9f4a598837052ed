package jp.shomei.ca.authority;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import jp.shomei.ca.secret.SecretDirectory;
import jp.shomei.ca.x509.AuthorityAlgorithm;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.PublicKeys;
import jp.shomei.ca.x509.SigningAlgorithm;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** The root's certificate and its private key, which is needed a few times in thirty years. */
public final class RootKey {

    private final X509Certificate certificate;
    private final PrivateKey key;

    private RootKey(X509Certificate certificate, PrivateKey key) {
        this.certificate = certificate;
        this.key = key;
    }

    /** Makes a root that is valid from this day. */
    static RootKey make(X500Name name, AuthorityAlgorithm algorithm, LocalDate first, int years, SecureRandom random)
            throws GeneralSecurityException, IOException {
        KeyPair keys = algorithm.generate(random);
        SubjectPublicKeyInfo key = PublicKeys.of(keys.getPublic());
        X509Certificate certificate = new AuthorityCertificate(name, key, first, years, new BasicConstraints(true))
                .signedBy(name, key, signer(keys.getPrivate(), algorithm.signing()), random);
        return new RootKey(certificate, keys.getPrivate());
    }

    /**
     * Makes a root in a directory of its own, with the password of its key store and its certificate beside it.
     *
     * @throws AuthorityUnusable if there is something at that place already
     */
    public static RootKey make(
            Path place, X500Name name, AuthorityAlgorithm algorithm, LocalDate first, int years, SecureRandom random) {
        if (!SecretDirectory.isAbsent(place)) {
            throw new AuthorityUnusable(
                    place + " is not empty; a root is made where nothing is, and overwrites nothing");
        }
        return read(SecretDirectory.make(place, empty -> {
            try {
                RootKey root = make(name, algorithm, first, years, random);
                root.write(empty, AuthoritySecrets.password(empty, random));
                empty.add(AuthorityDirectory.ROOT_CERTIFICATE, AuthorityDirectory.pem(root.certificate));
            } catch (GeneralSecurityException | IOException failed) {
                throw new AuthorityUnusable("the root cannot be made", failed);
            }
        }));
    }

    /**
     * Reads the root of a directory.
     *
     * @throws AuthorityUnusable if there is none that could sign
     */
    public static RootKey read(SecretDirectory directory) {
        if (!directory.holds(AuthorityFile.ROOT.fileName())) {
            throw new AuthorityUnusable(
                    directory.locate(AuthorityFile.ROOT.fileName()) + " is missing: this is not the root's directory");
        }
        AuthorityKeyStore store = AuthorityKeyStore.read(directory, AuthorityFile.ROOT.fileName());
        AuthorityCheck.requireRoot(store.certificate());
        RootKey root = new RootKey(store.certificate(), store.key());
        AuthorityCheck.requirePair(
                new Issuer(
                        root.certificate,
                        AuthorityKey.inProcess(root.key, SigningAlgorithm.of(root.certificate)),
                        AuthorityFile.ROOT.fileName()),
                "root");
        return root;
    }

    void write(SecretDirectory directory, char[] password) throws GeneralSecurityException, IOException {
        AuthorityKeyStore.write(directory, AuthorityFile.ROOT.fileName(), key, password, certificate);
    }

    /** Its certificate, signed by itself. */
    public X509Certificate certificate() {
        return certificate;
    }

    /**
     * Signs an issuing authority that may not make further ones.
     *
     * @param first first day of its validity
     * @throws AuthorityUnusable if no authority may have such a key, or it would outlive the root
     */
    public X509Certificate sign(
            X500Name name, SubjectPublicKeyInfo issuing, LocalDate first, int years, SecureRandom random) {
        if (AuthorityAlgorithm.of(issuing).isEmpty()) {
            throw new AuthorityUnusable("no authority may have a key of this kind or size");
        }
        try {
            X509Certificate signed = new AuthorityCertificate(name, issuing, first, years, new BasicConstraints(0))
                    .signedBy(
                            Certificates.structure(certificate).getSubject(),
                            PublicKeys.of(certificate.getPublicKey()),
                            signer(key, SigningAlgorithm.of(certificate)),
                            random);
            AuthorityCheck.requireIssuing(certificate, signed);
            return signed;
        } catch (IOException failed) {
            throw new AuthorityUnusable("the issuing certificate cannot be made", failed);
        }
    }

    private static AuthoritySigner signer(PrivateKey key, SigningAlgorithm algorithm) {
        return new AuthoritySigner(AuthorityKey.inProcess(key, algorithm), algorithm);
    }
}
