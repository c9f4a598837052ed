package jp.shomei.ca.request;

import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.shomei.contracts.refusal.FieldRule;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** No prime below 752 divides an RSA modulus; an even one is caught too (NIST SP 800-89 section 5.3.3). */
final class CsrRsaSmallFactorCheck implements CsrCheck {

    private static final int LIMIT = 752;
    private static final BigInteger PRODUCT = IntStream.range(2, LIMIT)
            .mapToObj(BigInteger::valueOf)
            .filter(number -> number.isProbablePrime(50))
            .reduce(BigInteger.ONE, BigInteger::multiply);

    @Override
    public Optional<FieldRule> brokenBy(PKCS10CertificationRequest request) {
        return RsaModulus.of(request.getSubjectPublicKeyInfo())
                .filter(modulus -> !modulus.gcd(PRODUCT).equals(BigInteger.ONE))
                .map(divisible -> FieldRule.CSR_KEY_WEAK);
    }
}
