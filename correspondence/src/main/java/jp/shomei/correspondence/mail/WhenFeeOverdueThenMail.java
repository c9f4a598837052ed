package jp.shomei.correspondence.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.shomei.contracts.certificate.CertificateDetailView;
import jp.shomei.contracts.fee.FeeOverdue;
import jp.shomei.contracts.mail.MailKind;
import jp.shomei.contracts.message.Recorded;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;

/**
 * Warns by mail that a bill was not paid in time: one mail to each address that the bill's certificates have today, listed
 * under each of those it has there. Done twice it does nothing, since the mail's ID follows from the event.
 */
@ProcessingGroup("mail")
@DisallowReplay
public final class WhenFeeOverdueThenMail {

    private final MailDesk desk;
    private final Enquiries enquiries;

    public WhenFeeOverdueThenMail(MailDesk desk, Enquiries enquiries) {
        this.desk = desk;
        this.enquiries = enquiries;
    }

    @EventHandler
    public void on(FeeOverdue event, DomainEventMessage<?> message) {
        Occasion occasion = Occasion.of(message, Recorded.Kind.BILL);
        for (List<CertificateDetailView> certificates :
                byAddress(event, occasion.seen()).values()) {
            CertificateDetailView first = certificates.getFirst();
            String requestId = first.row().requestId();
            desk.write(
                    occasion,
                    requestId,
                    MailKind.FEE_OVERDUE,
                    certificates.stream().map(one -> one.row().requestId()).toList(),
                    first.contact(),
                    OverdueWords.warning(event, certificates));
        }
    }

    /** Those without an address are together too: an officer sees that their mail cannot be sent. */
    private Map<String, List<CertificateDetailView>> byAddress(FeeOverdue event, Recorded seen) {
        return event.requestIds().stream()
                .map(requestId -> enquiries.certificate(requestId, seen))
                .collect(Collectors.groupingBy(
                        certificate ->
                                Objects.requireNonNullElse(certificate.contact().email(), ""),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }
}
