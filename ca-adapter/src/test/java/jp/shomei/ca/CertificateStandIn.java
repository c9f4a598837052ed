package jp.shomei.ca;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.shomei.contracts.certificate.DownloadOrder;
import jp.shomei.contracts.certificate.FindSigning;
import jp.shomei.contracts.certificate.OpenDownload;
import jp.shomei.contracts.certificate.PrepareSigning;
import jp.shomei.contracts.certificate.PreparedSigning;
import jp.shomei.contracts.certificate.RecordDownload;
import jp.shomei.contracts.certificate.RecordEscrowedKeyDestroyed;
import jp.shomei.contracts.certificate.RecordSigned;
import jp.shomei.contracts.certificate.RenewCertificate;
import jp.shomei.contracts.certificate.SigningState;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the certificate on the command side: keeps the same rules in memory and remembers what it was told. Every
 * certificate that is asked for is issued. Refuses to work inside somebody else's unit of work, where nothing would be on
 * record when the answer comes.
 */
public final class CertificateStandIn {

    private final Map<String, PrepareSigning> prepared = new LinkedHashMap<>();
    private final Map<String, String> certificates = new LinkedHashMap<>();
    private final List<RecordSigned> signatures = new ArrayList<>();
    private final List<RecordDownload> downloads = new ArrayList<>();
    private final List<String> destroyed = new ArrayList<>();
    private final List<MetaData> metadata = new ArrayList<>();
    private final Map<String, Integer> generations = new HashMap<>();
    private final Map<String, Integer> editions = new HashMap<>();
    private final Map<String, String> previousSerials = new HashMap<>();
    private final Set<String> handedOut = new HashSet<>();
    private final List<RenewCertificate> renewals = new ArrayList<>();
    private LocalDate downloadUntil = Orders.DOWNLOAD_UNTIL;
    private LocalDate today = TestAuthority.DAY;
    private boolean recordsRefused;
    private @Nullable ErrorCode refusal;

    @CommandHandler
    public synchronized DownloadOrder handle(OpenDownload command, MetaData sent) {
        enter(sent);
        refuseIfTold();
        return order(command.requestId());
    }

    @CommandHandler
    public synchronized DownloadOrder handle(RenewCertificate command, MetaData sent) {
        enter(sent);
        refuseIfTold();
        String requestId = command.requestId();
        String presented = command.presentedSerial();
        boolean begun = generation(requestId) > 1 && !handedOut.contains(requestId);
        if (begun || presented != null && presented.equals(previousSerials.get(requestId))) {
            requireKeyOf(generation(requestId), command);
            return order(requestId);
        }
        PrepareSigning current = prepared.get(requestId);
        if (presented != null
                && (current == null || !presented.equals(current.signing().serialNumber()))) {
            throw Refused.because(ErrorCode.NOT_YOUR_CERTIFICATE);
        }
        requireKeyOf(generation(requestId) + 1, command);
        renewals.add(command);
        generations.merge(requestId, 2, (before, unused) -> before + 1);
        if (current != null) {
            previousSerials.put(requestId, current.signing().serialNumber());
        }
        prepared.remove(requestId);
        certificates.remove(requestId);
        handedOut.remove(requestId);
        return order(requestId);
    }

    @CommandHandler
    public synchronized SigningState handle(FindSigning command, MetaData sent) {
        enter(sent);
        return state(command.requestId());
    }

    @CommandHandler
    public synchronized Recorded handle(PrepareSigning command, MetaData sent) {
        enter(sent);
        if (command.signing().generation() != generation(command.requestId())) {
            throw Refused.because(ErrorCode.SIGNING_MISMATCH);
        }
        if (prepared.putIfAbsent(command.requestId(), command) != null) {
            throw Refused.because(ErrorCode.SIGNING_IN_PROGRESS);
        }
        return recorded(command.requestId());
    }

    @CommandHandler
    public synchronized Recorded handle(RecordSigned command, MetaData sent) {
        enter(sent);
        PrepareSigning intent = prepared.get(command.requestId());
        if (intent == null
                || !intent.signing().serialNumber().equals(command.serialNumber())
                || !intent.toBeSignedSha256().equals(command.toBeSignedSha256())) {
            throw Refused.because(ErrorCode.SIGNING_MISMATCH);
        }
        signatures.add(command);
        certificates.putIfAbsent(command.requestId(), command.certificate());
        return recorded(command.requestId());
    }

    @CommandHandler
    public synchronized Recorded handle(RecordDownload command, MetaData sent) {
        enter(sent);
        if (!certificates.containsKey(command.requestId())) {
            throw Refused.because(ErrorCode.SIGNING_IN_PROGRESS);
        }
        downloads.add(command);
        handedOut.add(command.requestId());
        return recorded(command.requestId());
    }

    @CommandHandler
    public synchronized Recorded handle(RecordEscrowedKeyDestroyed command, MetaData sent) {
        enter(sent);
        if (recordsRefused) {
            throw Refused.because(ErrorCode.TEMPORARILY_UNAVAILABLE);
        }
        destroyed.add(command.requestId());
        return recorded(command.requestId());
    }

    /** Refuses from now on; with nothing, no more. */
    public synchronized void refuse(@Nullable ErrorCode code) {
        refusal = code;
    }

    /** Refuses from now on to record that a key was destroyed, or does so again. */
    public synchronized void refuseRecords(boolean refused) {
        recordsRefused = refused;
    }

    /** A lost notice was replaced. */
    public synchronized void reissueNotice(String requestId) {
        editions.merge(requestId, 2, (before, unused) -> before + 1);
    }

    /** An officer allowed the download for longer. */
    public synchronized void extendDownload(LocalDate last) {
        downloadUntil = last;
    }

    /** Refuses downloads once their last day is before this one. */
    public synchronized void today(LocalDate day) {
        today = day;
    }

    /** Every renewal that was begun, and charged. */
    public synchronized List<RenewCertificate> renewals() {
        return List.copyOf(renewals);
    }

    /** Puts an intent on record as another process would. */
    public synchronized void prepareElsewhere(PrepareSigning intent) {
        prepared.put(intent.requestId(), intent);
    }

    public synchronized Optional<PreparedSigning> prepared(String requestId) {
        return Optional.ofNullable(prepared.get(requestId)).map(PrepareSigning::signing);
    }

    public synchronized String profile(String requestId) {
        return Objects.requireNonNull(prepared.get(requestId)).profile();
    }

    public synchronized Optional<String> certificate(String requestId) {
        return Optional.ofNullable(certificates.get(requestId));
    }

    /** Every signature reported, wanted or not. */
    public synchronized List<RecordSigned> signatures() {
        return List.copyOf(signatures);
    }

    public synchronized List<RecordDownload> downloads() {
        return List.copyOf(downloads);
    }

    public synchronized List<String> destroyed() {
        return List.copyOf(destroyed);
    }

    public synchronized List<MetaData> metadata() {
        return List.copyOf(metadata);
    }

    private void enter(MetaData sent) {
        if (CurrentUnitOfWork.get().parent().isPresent()) {
            throw new IllegalStateException("inside somebody else's unit of work");
        }
        metadata.add(sent);
    }

    private DownloadOrder order(String requestId) {
        if (today.isAfter(downloadUntil)) {
            throw Refused.because(ErrorCode.DOWNLOAD_PERIOD_OVER);
        }
        return new DownloadOrder(
                requestId,
                generation(requestId),
                editions.getOrDefault(requestId, 1),
                generation(requestId) == 1,
                Orders.HOLDER,
                Orders.ISSUED,
                Orders.EXPIRES,
                downloadUntil,
                state(requestId));
    }

    private int generation(String requestId) {
        return generations.getOrDefault(requestId, 1);
    }

    private static void requireKeyOf(int generation, RenewCertificate command) {
        Integer known = command.keyGeneration();
        if (known != null && known != generation) {
            throw Refused.because(ErrorCode.KEY_REUSED);
        }
    }

    private void refuseIfTold() {
        if (refusal != null) {
            throw Refused.because(refusal);
        }
    }

    private SigningState state(String requestId) {
        PrepareSigning intent = prepared.get(requestId);
        return new SigningState(intent == null ? null : intent.signing(), certificates.get(requestId));
    }

    private static Recorded recorded(String requestId) {
        return new Recorded(Recorded.Kind.CERTIFICATE, requestId, 0);
    }
}
