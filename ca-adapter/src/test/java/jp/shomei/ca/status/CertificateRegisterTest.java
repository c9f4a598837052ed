package jp.shomei.ca.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.shomei.ca.MovableClock;
import jp.shomei.ca.Register;
import jp.shomei.ca.Room;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.status.SerialStatus.State;
import jp.shomei.contracts.certificate.PreviousKeyRetired;
import jp.shomei.contracts.certificate.RevocationReason;
import jp.shomei.contracts.certificate.RevokedKey;
import jp.shomei.teststores.TestStore;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(TestStore.class)
class CertificateRegisterTest {

    private static final String ID = "202103100000001";
    private static final Instant AT = Instant.parse("2021-04-01T01:02:03.456789Z");
    private static final Instant LATER = AT.plus(Duration.ofDays(1));

    private final MovableClock clock = MovableClock.at(TestAuthority.DAY);
    private final Register told;
    private KnownSerials serials;

    CertificateRegisterTest(TestStore kind) {
        told = Register.in(kind);
        serials = new KnownSerials(told.register, clock);
    }

    @BeforeEach
    void listen() {
        told.listeners.add(serials);
    }

    @Test
    void knowsNothingOfANumberThatNobodyIssued() {
        assertThat(serials.status("1234")).isEqualTo(State.UNKNOWN);
        assertThat(told.register.find("1234")).isEmpty();
    }

    @Test
    void doesNotCountAnIntentAsACertificate() {
        KeyPair keys = Room.holderKeys();
        byte[] toBeSigned = told.toBeSigned(keys);
        String serial = Registration.ofToBeSigned(toBeSigned, ID, 1).serialNumber();

        told.reaction().on(Register.prepared(ID, serial, toBeSigned));

        assertThat(serials.status(serial)).isEqualTo(State.UNKNOWN);
        assertThat(told.register.find(serial).orElseThrow().issuer()).isEqualTo(Register.ISSUER);
    }

    @Test
    void listsANumberOfWhichNothingElseIsKnown() {
        told.reaction().on(Register.revoked(ID, "abc", "0".repeat(64), RevocationReason.SUPERSEDED, AT));

        assertThat(serials.status("abc")).isEqualTo(State.REVOKED);
        assertThat(told.register.revocations(Register.ISSUER, null, LATER))
                .containsExactly(new Revocation("abc", AT, RevocationReason.SUPERSEDED));
    }

    @Nested
    class OnceSigned {

        private X509Certificate certificate;
        private String serial;

        @BeforeEach
        void sign() {
            certificate = told.signed(ID);
            serial = Register.serial(certificate);
        }

        @Test
        void isGoodAndOnNoList() {
            assertThat(serials.status(serial)).isEqualTo(State.GOOD);
            assertThat(serials.isKnown(certificate.getSerialNumber())).isTrue();
            assertThat(serials.isRevoked(certificate.getSerialNumber())).isFalse();
            assertThat(told.register.revocations(Register.ISSUER, null, AT)).isEmpty();
            assertThat(told.register.revision(Register.ISSUER, null)).isZero();
        }

        @Test
        void keepsTheWholeCertificate() throws Exception {
            String row = JdbcClient.create(told.database)
                    .sql("SELECT certificate FROM issued_certificate WHERE serial = ?")
                    .param(serial)
                    .query(String.class)
                    .single();
            assertThat(java.util.Base64.getDecoder().decode(row)).isEqualTo(certificate.getEncoded());
        }

        @Test
        void canBeRevokedAndStaysSoWithItsFirstReason() {
            told.revoke(ID, certificate, RevocationReason.CESSATION_OF_OPERATION, AT);
            told.revoke(ID, certificate, RevocationReason.KEY_COMPROMISE, LATER);
            told.reaction().on(Register.signed(ID, certificate));

            assertThat(serials.status(serial)).isEqualTo(State.REVOKED);
            assertThat(told.register.revocations(Register.ISSUER, null, AT))
                    .containsExactly(new Revocation(serial, AT, RevocationReason.CESSATION_OF_OPERATION));
        }

        @Test
        void isRevokedAsSupersededWhenARenewalRetiresIt() {
            told.reaction().on(new PreviousKeyRetired(ID, new RevokedKey(1, serial, Register.key(certificate)), AT));
            assertThat(told.register.revocations(Register.ISSUER, null, AT))
                    .containsExactly(new Revocation(serial, AT, RevocationReason.SUPERSEDED));
        }

        @Test
        void aRevocationIsKnownAfterARestart() {
            told.revoke(ID, certificate, RevocationReason.UNSPECIFIED, AT);
            assertThat(new KnownSerials(new CertificateRegister(told.database), clock).status(serial))
                    .isEqualTo(State.REVOKED);
        }

        @Test
        void countsEachRevocationOnce() {
            told.revoke(ID, certificate, RevocationReason.UNSPECIFIED, AT);
            assertThat(told.register.revision(Register.ISSUER, null)).isEqualTo(1);
            told.revoke(ID, certificate, RevocationReason.UNSPECIFIED, AT);
            assertThat(told.register.revision(Register.ISSUER, null)).isEqualTo(1);
        }

        @Test
        void leavesOutWhatEndedBefore() {
            told.revoke(ID, certificate, RevocationReason.UNSPECIFIED, AT);
            Instant end = certificate.getNotAfter().toInstant();
            assertThat(told.register.revocations(Register.ISSUER, null, end)).hasSize(1);
            assertThat(told.register.revocations(Register.ISSUER, null, end.plusSeconds(1)))
                    .isEmpty();
        }
    }

    @Nested
    class InATransaction {

        @Test
        void listenersHearOfItOnlyOnceItIsCommitted() {
            X509Certificate certificate = told.signed(ID);
            String serial = Register.serial(certificate);
            Heard heard = new Heard();
            told.listeners.add(heard);
            var work = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("revoked"));
            told.revoke(ID, certificate, RevocationReason.UNSPECIFIED, AT);
            assertThat(heard.revoked).isNull();
            work.commit();
            assertThat(heard.revoked).isEqualTo(serial);
        }

        @Test
        void listenersHearNothingOfWhatWasRolledBack() {
            X509Certificate certificate = told.signed(ID);
            Heard heard = new Heard();
            told.listeners.add(heard);
            var work = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("revoked"));
            told.revoke(ID, certificate, RevocationReason.UNSPECIFIED, AT);
            work.rollback();
            assertThat(heard.revoked).isNull();
        }

        @Test
        void aListenerThatFailsKeepsNobodyFromHearing() {
            Heard heard = new Heard();
            told.listeners.addAll(List.of(new Failing(), heard));
            X509Certificate certificate = told.signed(ID);
            told.revoke(ID, certificate, RevocationReason.UNSPECIFIED, AT);
            assertThat(heard.revoked).isEqualTo(Register.serial(certificate));
        }
    }

    private static final class Heard implements StatusListener {

        private String revoked;

        @Override
        public void signed(String serialNumber) {
            // not of interest here
        }

        @Override
        public void revoked(String serialNumber) {
            revoked = serialNumber;
        }
    }

    private static final class Failing implements StatusListener {

        @Override
        public void signed(String serialNumber) {
            throw new IllegalStateException("broken");
        }

        @Override
        public void revoked(String serialNumber) {
            throw new IllegalStateException("broken");
        }
    }
}
