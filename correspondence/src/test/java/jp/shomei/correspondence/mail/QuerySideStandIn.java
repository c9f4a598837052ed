package jp.shomei.correspondence.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.shomei.contracts.certificate.CertificateDetailView;
import jp.shomei.contracts.certificate.FindCertificate;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.notice.FindNotice;
import jp.shomei.contracts.notice.NoticeView;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.messaging.Message;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.springframework.core.ResolvableType;

/** Answers as the query side would, and records what it was asked. */
final class QuerySideStandIn {

    private final Map<String, CertificateDetailView> certificates = new HashMap<>();
    private final Map<String, NoticeView> notices = new HashMap<>();
    private final List<String> tokens = new ArrayList<>();
    private final SimpleQueryBus bus = SimpleQueryBus.builder().build();
    private boolean behind;

    QuerySideStandIn() {
        bus.subscribe(
                FindCertificate.class.getName(),
                ResolvableType.forClassWithGenerics(Optional.class, CertificateDetailView.class)
                        .getType(),
                asked -> answer(asked, certificates.get(((FindCertificate) asked.getPayload()).requestId())));
        bus.subscribe(
                FindNotice.class.getName(),
                ResolvableType.forClassWithGenerics(Optional.class, NoticeView.class)
                        .getType(),
                asked -> answer(asked, notices.get(((FindNotice) asked.getPayload()).noticeId())));
    }

    QueryGateway gateway() {
        return DefaultQueryGateway.builder().queryBus(bus).build();
    }

    void knows(CertificateDetailView certificate) {
        certificates.put(certificate.row().requestId(), certificate);
    }

    void knows(NoticeView notice) {
        notices.put(notice.noticeId(), notice);
    }

    void fallBehind() {
        behind = true;
    }

    /** The consistency tokens it was asked with. */
    List<String> tokens() {
        return tokens;
    }

    private <V> Optional<V> answer(Message<?> asked, V found) {
        tokens.add(String.valueOf(asked.getMetaData().get(Metadata.CONSISTENCY_TOKEN)));
        if (behind) {
            throw Refused.because(ErrorCode.READ_MODEL_BEHIND, "1");
        }
        return Optional.ofNullable(found);
    }
}
