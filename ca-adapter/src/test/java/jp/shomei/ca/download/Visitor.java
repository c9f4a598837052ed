package jp.shomei.ca.download;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import jp.shomei.ca.Orders;
import jp.shomei.ca.Room;
import jp.shomei.contracts.certificate.DownloadForRequest;
import jp.shomei.contracts.certificate.DownloadPkcs12;
import jp.shomei.contracts.certificate.HandedOut;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.refusal.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** Somebody with a notice in hand, before the download desk. */
final class Visitor {

    private final Room room;
    private final String address;

    Visitor(Room room) {
        this(room, "192.0.2.1");
    }

    Visitor(Room room, String address) {
        this.room = room;
        this.address = address;
    }

    byte[] pkcs12(String password) {
        return pkcs12(Orders.REQUEST_ID, room.references.of(Orders.REQUEST_ID, 1), password);
    }

    byte[] pkcs12(String requestId, String referenceId, @Nullable String password) {
        return send(new DownloadPkcs12(requestId, referenceId, password, address))
                .file();
    }

    String pem(String csr) {
        HandedOut done =
                send(new DownloadForRequest(Orders.REQUEST_ID, room.references.of(Orders.REQUEST_ID, 1), csr, address));
        return new String(done.file(), StandardCharsets.US_ASCII);
    }

    static X509Certificate in(byte[] pkcs12, String password) throws Exception {
        return (X509Certificate) Objects.requireNonNull(store(pkcs12, password).getCertificate(Orders.REQUEST_ID));
    }

    static KeyStore store(byte[] pkcs12, String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(pkcs12), password.toCharArray());
        return store;
    }

    static List<X509Certificate> in(String pem) throws Exception {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                .stream()
                .map(X509Certificate.class::cast)
                .toList();
    }

    static Refusal refusal(ThrowingCallable call) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, call), "not refused")
                .refusal();
    }

    private HandedOut send(Object command) {
        MetaData sender = MetaData.from(Map.of("actor", "someone", "channel", "http"));
        return HandedOut.class.cast(
                room.gateway.sendAndWait(new GenericCommandMessage<>(command, sender), 60, TimeUnit.SECONDS));
    }
}
