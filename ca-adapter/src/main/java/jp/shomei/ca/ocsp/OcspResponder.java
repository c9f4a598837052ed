package jp.shomei.ca.ocsp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.ocsp.OcspAnswer.Standing;
import jp.shomei.ca.status.CertificateRegister;
import jp.shomei.ca.status.RegisterCatchUp;
import jp.shomei.ca.status.RegisteredSerial;
import jp.shomei.ca.status.SerialStatus.State;
import jp.shomei.ca.x509.KeyIdentifiers;
import jp.shomei.ca.x509.SerialNumbers;
import jp.shomei.contracts.certificate.OcspAnswerView;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ocsp.CertID;
import org.jspecify.annotations.Nullable;

/**
 * Answers for every issuer of this authority. What the register says is looked up for every answer; only the signature is
 * kept and given again, for as long as the register says the same and no longer than half its lifetime. Numbers that nobody
 * issued are not kept: anybody may ask for as many of them as they like.
 */
final class OcspResponder {

    private static final long MOST_BYTES_KEPT = 32L * 1024 * 1024;

    private final CertificateAuthority authority;
    private final CertificateRegister register;
    private final RegisterCatchUp catchUp;
    private final OcspSigners signers;
    private final OcspTally tally;
    private final OcspScribe scribe;
    private final Clock clock;
    private final Cache<ByteBuffer, OcspAnswer> kept;
    private final Cache<X509Certificate, List<IssuerIdentifier>> identifiers =
            Caffeine.newBuilder().maximumSize(16).executor(Runnable::run).build();

    /**
     * @param lifetime how long an answer may be relied on
     * @param tally counts the answers
     */
    OcspResponder(
            CertificateAuthority authority,
            CertificateRegister register,
            RegisterCatchUp catchUp,
            OcspSigners signers,
            Clock clock,
            Duration lifetime,
            OcspTally tally) {
        this.tally = tally;
        this.authority = authority;
        this.register = register;
        this.catchUp = catchUp;
        this.signers = signers;
        this.scribe = new OcspScribe(lifetime);
        this.clock = clock;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(MOST_BYTES_KEPT)
                .<ByteBuffer, OcspAnswer>weigher((key, answer) -> key.remaining() + answer.response().length)
                .executor(Runnable::run)
                .build();
    }

    /**
     * Answers a question.
     *
     * @throws OcspRefused if it is about somebody else's certificates, or nobody can sign, or the register does not know
     *     yet whether something was issued
     */
    OcspAnswerView answer(OcspQuestion question) {
        X509Certificate issuer = issuer(question.certificates());
        if (question.isRepeatable()) {
            OcspAnswer answer = repeatable(issuer, question.certificates().getFirst());
            count(answer.standing());
            return new OcspAnswerView(answer.response(), answer.thisUpdate(), answer.nextUpdate());
        }
        OcspSigner signer = signers.of(issuer);
        Map<CertID, Standing> standings = new LinkedHashMap<>();
        question.certificates().forEach(certificate -> standings.put(certificate, standing(issuer, certificate)));
        byte[] response = scribe.write(standings, question.nonce(), signer, clock.instant());
        standings.values().forEach(this::count);
        return new OcspAnswerView(response, null, null);
    }

    /** Signs the answers about a certificate before anybody asks. */
    void signAhead(String serialNumber) {
        Optional<RegisteredSerial> registered = register.find(serialNumber);
        for (X509Certificate issuer : authority.issuers()) {
            if (registered
                    .map(RegisteredSerial::issuer)
                    .filter(KeyIdentifiers.hexOfIssuer(issuer)::equals)
                    .isPresent()) {
                ASN1Integer number = new ASN1Integer(SerialNumbers.of(serialNumber));
                identifiers(issuer).forEach(identifier -> repeatable(issuer, identifier.certificate(number)));
            }
        }
    }

    long kept() {
        kept.cleanUp();
        return kept.estimatedSize();
    }

    private OcspAnswer repeatable(X509Certificate issuer, CertID certificate) {
        OcspSigner signer = signers.of(issuer);
        Standing standing = standing(issuer, certificate);
        ByteBuffer key = key(certificate);
        @Nullable OcspAnswer before = kept.getIfPresent(key);
        Instant now = clock.instant();
        if (before != null && before.standing().equals(standing) && isYoung(before, now)) {
            return before;
        }
        OcspAnswer answer = new OcspAnswer(
                scribe.write(Map.of(certificate, standing), null, signer, now),
                standing,
                now.truncatedTo(ChronoUnit.SECONDS),
                scribe.end(standing.state(), signer, now));
        if (standing.state() != State.UNKNOWN) {
            kept.put(key, answer);
        }
        return answer;
    }

    private static boolean isYoung(OcspAnswer answer, Instant now) {
        Duration half =
                Duration.between(answer.thisUpdate(), answer.nextUpdate()).dividedBy(2);
        return !now.isBefore(answer.thisUpdate())
                && now.isBefore(answer.thisUpdate().plus(half));
    }

    private Standing standing(X509Certificate issuer, CertID certificate) {
        boolean knowsAll = catchUp.isDone();
        Standing standing = Standing.of(
                register.find(SerialNumbers.hex(certificate.getSerialNumber().getValue()))
                        .filter(registered -> registered.issuer().equals(KeyIdentifiers.hexOfIssuer(issuer))));
        if (standing.state() == State.UNKNOWN && !knowsAll) {
            throw new OcspRefused(OcspRefusal.TRY_LATER);
        }
        return standing;
    }

    private X509Certificate issuer(List<CertID> certificates) {
        return authority.issuers().stream()
                .filter(issuer -> certificates.stream().allMatch(certificate -> identifiers(issuer).stream()
                        .anyMatch(identifier -> identifier.isIn(certificate))))
                .findFirst()
                .orElseThrow(() -> new OcspRefused(OcspRefusal.UNAUTHORIZED));
    }

    private List<IssuerIdentifier> identifiers(X509Certificate issuer) {
        return identifiers.get(issuer, IssuerIdentifier::of);
    }

    private void count(Standing standing) {
        tally.count(OcspStatus.valueOf(standing.state().name()));
    }

    private static ByteBuffer key(CertID certificate) {
        try {
            return ByteBuffer.wrap(certificate.getEncoded("DER"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
