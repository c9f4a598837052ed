package jp.shomei.ca.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import jp.shomei.ca.MovableClock;
import jp.shomei.ca.Register;
import jp.shomei.ca.Room;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.request.BlockedKeys;
import jp.shomei.contracts.certificate.RevocationReason;
import jp.shomei.contracts.certificate.RevokeCompromisedKey;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhenKeyCompromisedThenRevokeOthersTest {

    private static final String FIRST = "202103100000001";
    private static final String SECOND = "202103100000002";
    private static final Instant AT = Instant.parse("2021-04-01T00:00:00Z");

    private final Register told = Register.empty();
    private final KnownSerials serials = new KnownSerials(told.register, MovableClock.at(TestAuthority.DAY));
    private final BlockedKeys blocked = new BlockedKeys(told.database);
    private final List<RevokeCompromisedKey> commands = new CopyOnWriteArrayList<>();
    private final KeyPair shared = Room.holderKeys();
    private WhenKeyCompromisedThenRevokeOthers reaction;

    @BeforeEach
    void listen() {
        told.listeners.add(serials);
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        bus.subscribe(
                RevokeCompromisedKey.class.getName(),
                message -> commands.add((RevokeCompromisedKey) message.getPayload()));
        reaction = new WhenKeyCompromisedThenRevokeOthers(
                told.register,
                serials,
                blocked::block,
                DefaultCommandGateway.builder().commandBus(bus).build());
    }

    @Test
    void blocksTheKeyAndRevokesEveryOtherCertificateThatCarriesIt() {
        X509Certificate first = told.signed(FIRST, shared);
        told.signed(SECOND, shared);
        told.signed("202103100000003");

        compromise(FIRST, first, RevocationReason.KEY_COMPROMISE);

        assertThat(blocked.isBlocked(Register.key(first))).isTrue();
        assertThat(commands).containsExactly(new RevokeCompromisedKey(SECOND, Register.key(first)));
    }

    @Test
    void revokesMoreThanOneBatch() {
        X509Certificate first = told.signed(FIRST, shared);
        IntStream.range(100, 250).forEach(number -> told.signed("202103100000" + number, shared));

        compromise(FIRST, first, RevocationReason.KEY_COMPROMISE);

        assertThat(commands).hasSize(150).doesNotHaveDuplicates();
    }

    @Test
    void leavesOthersAloneForAnyOtherReason() {
        X509Certificate first = told.signed(FIRST, shared);
        told.signed(SECOND, shared);

        compromise(FIRST, first, RevocationReason.CESSATION_OF_OPERATION);

        assertThat(blocked.isBlocked(Register.key(first))).isFalse();
        assertThat(commands).isEmpty();
    }

    @Test
    void revokesWhatWasBeingSignedAtThatMoment() {
        X509Certificate first = told.signed(FIRST, shared);
        compromise(FIRST, first, RevocationReason.KEY_COMPROMISE);

        reaction.on(Register.signed(SECOND, told.sign(shared)));
        reaction.on(Register.signed("202103100000003", told.sign(Room.holderKeys())));

        assertThat(commands).containsExactly(new RevokeCompromisedKey(SECOND, Register.key(first)));
    }

    @Test
    void doesNotActOnARegisterThatIsBehind() {
        X509Certificate first = told.signed(FIRST, shared);
        var event = Register.revoked(FIRST, first, RevocationReason.KEY_COMPROMISE, AT);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> reaction.on(event)).isInstanceOf(IllegalStateException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(commands).isEmpty();
    }

    @Test
    void waitsForTheRegister() {
        X509Certificate first = told.signed(FIRST, shared);
        told.signed(SECOND, shared);
        var event = Register.revoked(FIRST, first, RevocationReason.KEY_COMPROMISE, AT);
        Thread register = Thread.ofPlatform().start(() -> told.reaction().on(event));
        reaction.on(event);
        assertThat(commands).hasSize(1);
        assertThat(register).isNotNull();
    }

    private void compromise(String requestId, X509Certificate certificate, RevocationReason reason) {
        var event = Register.revoked(requestId, certificate, reason, AT);
        told.reaction().on(event);
        reaction.on(event);
    }
}
