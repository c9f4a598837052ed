package jp.shomei.ca.request;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Random;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** RSA keys as broken software and devices make them, and the numbers they are made of. */
final class SpoiltKeys {

    static final BigInteger F4 = BigInteger.valueOf(65_537);

    private SpoiltKeys() {}

    /** A public key with this modulus. */
    static SubjectPublicKeyInfo rsa(BigInteger modulus) throws IOException {
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                new RSAPublicKey(modulus, F4));
    }

    /** A sound prime whose two highest bits are set, so that the product of two has twice their bits. */
    static BigInteger prime(int bits, Random random) {
        BigInteger prime;
        do {
            prime = BigInteger.probablePrime(bits, random);
        } while (!prime.testBit(bits - 2));
        return prime;
    }

    /**
     * A prime as the chips of CVE-2017-15361 made them: {@code k·M + (65537^a mod M)}.
     *
     * @param primes of how many first primes M is the product: 39 for primes of 256 bits, 126 for those of 1024
     */
    static BigInteger rocaPrime(int bits, int primes, Random random) {
        BigInteger product = Stream.iterate(BigInteger.TWO, BigInteger::nextProbablePrime)
                .limit(primes)
                .reduce(BigInteger.ONE, BigInteger::multiply);
        while (true) {
            BigInteger times = new BigInteger(bits, random)
                    .setBit(bits - 1)
                    .setBit(bits - 2)
                    .divide(product);
            BigInteger power = F4.modPow(new BigInteger(256, random), product);
            BigInteger candidate = times.multiply(product).add(power);
            if (candidate.bitLength() == bits && candidate.isProbablePrime(50)) {
                return candidate;
            }
        }
    }
}
