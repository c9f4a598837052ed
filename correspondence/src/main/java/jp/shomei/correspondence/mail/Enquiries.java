package jp.shomei.correspondence.mail;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.shomei.contracts.certificate.CertificateDetailView;
import jp.shomei.contracts.certificate.FindCertificate;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.notice.FindNotice;
import jp.shomei.contracts.notice.NoticeView;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryMessage;

/**
 * Asks for what an event does not tell. The answer has the event taken in; if it is not to be had in ten seconds, the
 * question fails, and with it the reaction, which is tried again.
 */
public final class Enquiries {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final QueryGateway queries;

    public Enquiries(QueryGateway queries) {
        this.queries = queries;
    }

    CertificateDetailView certificate(String requestId, Recorded seen) {
        return ask(new FindCertificate(requestId), CertificateDetailView.class, seen);
    }

    NoticeView notice(String noticeId, Recorded seen) {
        return ask(new FindNotice(noticeId), NoticeView.class, seen);
    }

    private <V> V ask(Object question, Class<V> view, Recorded seen) {
        var query = new GenericMessage<>(question, MetaData.with(Metadata.CONSISTENCY_TOKEN, seen.token()));
        try {
            Optional<V> answer = queries.query(
                            QueryMessage.queryName(query), query, ResponseTypes.optionalInstanceOf(view))
                    .get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
            return answer.orElseThrow(
                    () -> new IllegalStateException(seen.token() + " is recorded, but nobody can show it"));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while asking for " + seen.token(), stopped);
        } catch (ExecutionException | TimeoutException unanswered) {
            throw new IllegalStateException("cannot be shown yet: " + seen.token(), unanswered);
        }
    }
}
