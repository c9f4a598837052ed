package jp.shomei.ca.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import jp.shomei.ca.MovableClock;
import jp.shomei.ca.Register;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.crl.FindRevocationListHandler;
import jp.shomei.ca.crl.RevocationListTable;
import jp.shomei.ca.crl.RevocationLists;
import jp.shomei.ca.ocsp.AnswerOcspRequestHandler;
import jp.shomei.ca.ocsp.OcspSigners;
import jp.shomei.ca.service.ServiceCertificates;
import jp.shomei.ca.status.RegisterCatchUp;
import jp.shomei.ca.status.RevocationSteps;
import jp.shomei.ca.x509.AuthorityAlgorithm;
import jp.shomei.ca.x509.BouncyCastle;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.SigningAlgorithm;
import jp.shomei.contracts.certificate.AnswerOcspRequest;
import jp.shomei.contracts.certificate.FindRevocationList;
import jp.shomei.contracts.certificate.RevocationReason;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A holder's ML-DSA-65 certificate, under an authority of ML-DSA-65, is revoked. */
class LatticeRevocationTest {

    private static final String ID = "202103100000001";

    private final MovableClock clock = MovableClock.at(TestAuthority.DAY);
    private final Register told = Register.empty();
    private CertificateAuthority authority;
    private OcspSigners signers;
    private X509Certificate holder;

    @BeforeEach
    void issue(@TempDir Path temporary) {
        AuthorityStart start = new AuthorityStart(
                new AuthorityRegister(told.database), AuthorityAlgorithm.ML_DSA_65, null, clock, TestAuthority.RANDOM);
        authority = start.authority(start.directory(temporary.resolve("ca"), TestAuthority.ORGANIZATION));
        ServiceCertificates services = new ServiceCertificates(
                authority,
                told.register,
                told.database,
                TestAuthority.ORGANIZATION,
                TestAuthority.ADDRESSES,
                clock,
                TestAuthority.RANDOM);
        signers = new OcspSigners(authority, services, clock, TestAuthority.RANDOM);
        KeyPair keys = TestAuthority.PROFILES.named("ml-dsa-65").generateKeyPair(TestAuthority.RANDOM);
        holder = Issuance.sign(authority, Issuance.draft(authority, TestAuthority.DAY, keys));
        told.reaction().on(Register.signed(ID, holder));
    }

    @AfterEach
    void close() {
        signers.close();
    }

    @Test
    void isOnAListThatTheAuthoritySigns() throws Exception {
        assertThat(list().getRevokedCertificate(holder.getSerialNumber())).isNull();
        told.revoke(ID, holder, RevocationReason.KEY_COMPROMISE, clock.instant());

        X509CRLHolder list = list();

        assertThat(list.getRevokedCertificate(holder.getSerialNumber())).isNotNull();
        assertThat(list.toASN1Structure().getSignatureAlgorithm()).isEqualTo(SigningAlgorithm.ML_DSA_65.identifier());
        assertThat(list.isSignatureValid(new JcaContentVerifierProviderBuilder()
                        .setProvider(BouncyCastle.PROVIDER)
                        .build(issuer())))
                .isTrue();
    }

    @Test
    void isRevokedInAnswersOfADelegateOfTheAuthority() throws Exception {
        assertThat(answer().getResponses()[0].getCertStatus()).isNull();
        told.revoke(ID, holder, RevocationReason.KEY_COMPROMISE, clock.instant());

        BasicOCSPResp answer = answer();

        assertThat(answer.getResponses()[0].getCertStatus()).isInstanceOf(RevokedStatus.class);
        assertThat(Certificates.isSignedBy(Certificates.read(answer.getCerts()[0].getEncoded()), authority.issuing()))
                .isTrue();
    }

    private X509CRLHolder list() throws Exception {
        RevocationListTable table = new RevocationListTable(told.database);
        new RevocationLists(
                        authority,
                        told.register,
                        table,
                        TestAuthority.ADDRESSES,
                        clock,
                        Duration.ofHours(72),
                        RevocationSteps.UNOBSERVED)
                .publishDue();
        return new X509CRLHolder(Base64.getDecoder()
                .decode(new FindRevocationListHandler(table, authority)
                        .handle(new FindRevocationList(null, null))
                        .orElseThrow()
                        .list()));
    }

    private BasicOCSPResp answer() throws Exception {
        CertificateID id = new CertificateID(
                new BcDigestCalculatorProvider().get(CertificateID.HASH_SHA1), issuer(), holder.getSerialNumber());
        byte[] request = new OCSPReqBuilder().addRequest(id).build().getEncoded();
        try (AnswerOcspRequestHandler responder = new AnswerOcspRequestHandler(
                authority, told.register, new RegisterCatchUp(() -> true), signers, clock, Duration.ofHours(12))) {
            return (BasicOCSPResp) new OCSPResp(
                            responder.handle(new AnswerOcspRequest(request)).response())
                    .getResponseObject();
        }
    }

    private X509CertificateHolder issuer() {
        return Certificates.structure(authority.issuing());
    }
}
