package jp.shomei.ca.request;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.shomei.contracts.refusal.FieldRule;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/**
 * An RSA modulus does not look like those of the broken chips of ROCA (CVE-2017-15361; Nemec and others, "The Return of
 * Coppersmith's Attack", 2017). Their primes are {@code k·M + (65537^a mod M)}, where M is a product of the first primes,
 * 2 to 167 at least. So modulo each of these their product is a power of 65537. A sound modulus is one by chance once in
 * more than a hundred million times.
 */
final class CsrRsaRocaCheck implements CsrCheck {

    private static final int GENERATOR = 65_537;
    private static final int GREATEST_PRIME = 167;
    private static final List<Marker> MARKERS = IntStream.rangeClosed(3, GREATEST_PRIME)
            .filter(number -> BigInteger.valueOf(number).isProbablePrime(50))
            .mapToObj(Marker::of)
            .toList();

    @Override
    public Optional<FieldRule> brokenBy(PKCS10CertificationRequest request) {
        return RsaModulus.of(request.getSubjectPublicKeyInfo())
                .filter(modulus -> MARKERS.stream().allMatch(marker -> marker.isOn(modulus)))
                .map(marked -> FieldRule.CSR_KEY_WEAK);
    }

    /**
     * A small prime with the powers of 65537 modulo it.
     *
     * @param prime the prime
     * @param powers the remainders that are such a power
     */
    private record Marker(BigInteger prime, BitSet powers) {

        static Marker of(int prime) {
            BitSet powers = new BitSet(prime);
            for (int power = 1; !powers.get(power); power = (int) ((long) power * GENERATOR % prime)) {
                powers.set(power);
            }
            return new Marker(BigInteger.valueOf(prime), powers);
        }

        boolean isOn(BigInteger modulus) {
            return powers.get(modulus.mod(prime).intValue());
        }
    }
}
