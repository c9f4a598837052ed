package jp.shomei.ca.token;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.login.LoginException;
import jp.shomei.ca.secret.SecretFile;
import jp.shomei.ca.x509.AuthorityAlgorithm;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.SigningAlgorithm;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A token that let us in. Good until the token goes away; for one thread. */
final class TokenSession {

    /** Keys that this token makes stay on it. */
    private static final String CONFIGURATION = """
            --name = shomei
            library = "%s"
            slot = %d
            destroyTokenAfterLogout = true
            attributes(generate, CKO_PRIVATE_KEY, *) = {
              CKA_TOKEN = true
              CKA_PRIVATE = true
              CKA_SENSITIVE = true
              CKA_EXTRACTABLE = false
              CKA_SIGN = true
            }
            attributes(generate, CKO_PUBLIC_KEY, *) = {
              CKA_TOKEN = true
              CKA_VERIFY = true
            }
            """;

    private final AuthProvider provider;
    private final KeyStore store;
    private final Map<String, PrivateKey> keys = new HashMap<>();

    private TokenSession(AuthProvider provider, KeyStore store) {
        this.provider = provider;
        this.store = store;
    }

    /**
     * Logs in, once.
     *
     * @throws TokenRefused if the PIN is wrong
     */
    static TokenSession open(TokenSettings settings, Cryptoki library) throws GeneralSecurityException {
        library.begin();
        long slot = library.slotOf(settings.label())
                .orElseThrow(() -> new GeneralSecurityException("there is no token labelled " + settings.label()));
        String configuration = CONFIGURATION.formatted(settings.library(), slot);
        AuthProvider provider = (AuthProvider)
                Objects.requireNonNull(Security.getProvider("SunPKCS11")).configure(configuration);
        login(provider, settings);
        try {
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, null);
            return new TokenSession(provider, store);
        } catch (IOException unreadable) {
            throw new GeneralSecurityException("what is on the token cannot be read", unreadable);
        }
    }

    /** Logs out and closes every session, as far as the token still answers. */
    void close() {
        try {
            provider.logout();
        } catch (LoginException | ProviderException gone) {
            // then there is nothing left to close
        }
    }

    boolean has(String alias) throws GeneralSecurityException {
        return store.isKeyEntry(alias);
    }

    byte[] sign(String alias, SigningAlgorithm algorithm, byte[] content) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm.javaName(), provider);
        signature.initSign(key(alias));
        signature.update(content);
        return signature.sign();
    }

    PublicKey generate(Function<PublicKey, String> name, AuthorityAlgorithm algorithm) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.javaName(), provider);
        generator.initialize(algorithm.parameters());
        KeyPair keys = generator.generateKeyPair();
        X509Certificate[] chain = {placeholder(keys, algorithm)};
        store.setKeyEntry(name.apply(keys.getPublic()), keys.getPrivate(), null, chain);
        return keys.getPublic();
    }

    private PrivateKey key(String alias) throws GeneralSecurityException {
        PrivateKey known = keys.get(alias);
        if (known == null) {
            if (!(store.getKey(alias, null) instanceof PrivateKey found)) {
                throw new UnrecoverableKeyException("the token holds no key named " + alias);
            }
            keys.put(alias, found);
            known = found;
        }
        return known;
    }

    private static void login(AuthProvider provider, TokenSettings settings) throws GeneralSecurityException {
        char[] pin = new String(SecretFile.read(settings.pinFile()), StandardCharsets.UTF_8)
                .strip()
                .toCharArray();
        try {
            provider.login(null, callbacks -> answer(callbacks, pin));
        } catch (LoginException refused) {
            if (concernsThePin(refused)) {
                throw new TokenRefused("the token " + settings.label() + " refuses the PIN in " + settings.pinFile()
                        + "; look at that file. The PIN was tried once and is not tried again.");
            }
            throw refused;
        } finally {
            Arrays.fill(pin, ' ');
        }
    }

    private static void answer(Callback[] callbacks, char[] pin) {
        for (Callback callback : callbacks) {
            if (callback instanceof PasswordCallback password) {
                password.setPassword(pin);
            }
        }
    }

    /** CKR_PIN_INCORRECT, CKR_PIN_LOCKED, CKR_USER_PIN_NOT_INITIALIZED and their like. */
    private static boolean concernsThePin(LoginException failed) {
        return failed.getCause() != null
                && String.valueOf(failed.getCause().getMessage()).contains("PIN_");
    }

    /** Java finds a token's keys by certificates; this one says nothing and is never shown to anybody. */
    private X509Certificate placeholder(KeyPair keys, AuthorityAlgorithm algorithm) throws GeneralSecurityException {
        X500Name nobody = new X500Name("CN=placeholder");
        Date anyTime = Date.from(Instant.EPOCH);
        try {
            return Certificates.read(new JcaX509v3CertificateBuilder(
                            nobody, BigInteger.ONE, anyTime, anyTime, nobody, keys.getPublic())
                    .build(new JcaContentSignerBuilder(algorithm.signing().javaName())
                            .setProvider(provider)
                            .build(keys.getPrivate()))
                    .getEncoded());
        } catch (OperatorCreationException | IOException failed) {
            throw new GeneralSecurityException("the new key does not sign", failed);
        }
    }
}
