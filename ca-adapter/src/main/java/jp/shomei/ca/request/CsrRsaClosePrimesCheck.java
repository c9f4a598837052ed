package jp.shomei.ca.request;

import java.math.BigInteger;
import java.util.Optional;
import jp.shomei.contracts.refusal.FieldRule;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/**
 * The primes of an RSA modulus are not so close to each other that Fermat's method finds them: a hundred rounds of it fail
 * (CVE-2022-26320; CA/Browser Forum Baseline Requirements section 6.1.1.3).
 */
final class CsrRsaClosePrimesCheck implements CsrCheck {

    private static final int ROUNDS = 100;

    @Override
    public Optional<FieldRule> brokenBy(PKCS10CertificationRequest request) {
        return RsaModulus.of(request.getSubjectPublicKeyInfo())
                .filter(CsrRsaClosePrimesCheck::isFactored)
                .map(factored -> FieldRule.CSR_KEY_WEAK);
    }

    /** Whether the modulus is a difference of two squares, the greater the square of one of the first candidates. */
    private static boolean isFactored(BigInteger modulus) {
        BigInteger[] root = modulus.sqrtAndRemainder();
        BigInteger middle = root[1].signum() == 0 ? root[0] : root[0].add(BigInteger.ONE);
        for (int round = 0; round < ROUNDS; round++) {
            if (isSquare(middle.multiply(middle).subtract(modulus))) {
                return true;
            }
            middle = middle.add(BigInteger.ONE);
        }
        return false;
    }

    private static boolean isSquare(BigInteger number) {
        int lowest = number.intValue() & 0xf; // squares end in these four bits; roots of the rest need not be drawn
        return (lowest == 0 || lowest == 1 || lowest == 4 || lowest == 9) && number.sqrtAndRemainder()[1].signum() == 0;
    }
}
