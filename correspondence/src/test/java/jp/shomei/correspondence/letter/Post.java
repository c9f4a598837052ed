package jp.shomei.correspondence.letter;

import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.shomei.contracts.certificate.AuthorityCertificatesView;
import jp.shomei.contracts.certificate.DeriveReferenceIds;
import jp.shomei.contracts.certificate.DeriveReferenceIds.Edition;
import jp.shomei.contracts.certificate.FindAuthorityCertificates;
import jp.shomei.contracts.certificate.ReferenceIdsView;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.PostalAddress;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.notice.FindNotice;
import jp.shomei.contracts.notice.FindPostingBatch;
import jp.shomei.contracts.notice.NoticeBox;
import jp.shomei.contracts.notice.NoticeBoxEnclosed;
import jp.shomei.contracts.notice.NoticeEvent;
import jp.shomei.contracts.notice.NoticePrepared;
import jp.shomei.contracts.notice.NoticePrinted;
import jp.shomei.contracts.notice.NoticeView;
import jp.shomei.contracts.notice.PostingBatchPrepared;
import jp.shomei.contracts.notice.PostingBatchSealed;
import jp.shomei.contracts.notice.PostingBatchView;
import jp.shomei.contracts.notice.PrintNotice;
import jp.shomei.contracts.notice.SealPostingBatch;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/** Stands for the rest of the system: notices, one batch of them and the authority, over an event store in memory. */
final class Post {

    static final String BATCH = "20210311-1";
    static final String ISSUER = "Online Billing NW Common Root G1";
    static final LocalDate DAY = LocalDate.of(2021, 3, 11);

    final EmbeddedEventStore history = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    final List<Object> commands = new ArrayList<>();
    final List<Boolean> nested = new ArrayList<>();
    final Map<String, NoticeView> shown = new HashMap<>();
    boolean authorityIsAway;

    private final SimpleCommandBus commandBus = SimpleCommandBus.builder().build();
    private final SimpleQueryBus queryBus = SimpleQueryBus.builder().build();
    private final Map<String, String> printedIn = new LinkedHashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private @Nullable SealPostingBatch seal;
    private List<String> begunWith = List.of();
    private String issuing = "";

    Post() {
        commandBus.subscribe(PrintNotice.class.getName(), message -> print(received(message, PrintNotice.class)));
        commandBus.subscribe(
                SealPostingBatch.class.getName(), message -> seal(received(message, SealPostingBatch.class)));
        queryBus.subscribe(
                DeriveReferenceIds.class.getName(),
                ReferenceIdsView.class,
                message -> references(((DeriveReferenceIds) message.getPayload()).editions()));
        queryBus.subscribe(
                FindAuthorityCertificates.class.getName(),
                AuthorityCertificatesView.class,
                message -> new AuthorityCertificatesView("", issuing));
        queryBus.subscribe(
                FindPostingBatch.class.getName(),
                optional(PostingBatchView.class),
                message -> batch(((FindPostingBatch) message.getPayload()).batchId()));
        queryBus.subscribe(
                FindNotice.class.getName(),
                optional(NoticeView.class),
                message -> Optional.ofNullable(shown.get(((FindNotice) message.getPayload()).noticeId())));
    }

    CommandGateway commandGateway() {
        return DefaultCommandGateway.builder().commandBus(commandBus).build();
    }

    QueryGateway queryGateway() {
        return DefaultQueryGateway.builder().queryBus(queryBus).build();
    }

    /** The authority issues by this certificate, in DER, base64. */
    void issuesBy(String certificate) {
        issuing = certificate;
    }

    /** A notice is prepared, with one box for each terminal. */
    String notice(int index, String... terminals) {
        return notice(index, new PostalAddress("0600001", "北海道札幌市中央区北一条西" + index, "証明クリニック"), terminals);
    }

    String notice(int index, PostalAddress address, String... terminals) {
        String noticeId = "20210311-0110214822-%08d".formatted(index);
        record(new NoticePrepared(
                noticeId,
                InstitutionCode.of("0110214822"),
                address,
                new Contact("総務課", "0112345678", "soumu@example.jp"),
                DAY,
                DAY.plusDays(2)));
        for (int terminal = 0; terminal < terminals.length; terminal++) {
            NoticeBox box = LetterSamples.box(index * 10 + terminal, terminals[terminal]);
            record(new NoticeBoxEnclosed(noticeId, box));
        }
        return noticeId;
    }

    /** Something becomes of a notice. */
    void record(NoticeEvent event) {
        long sequence = sequences.merge(event.noticeId(), 0L, (before, none) -> before + 1);
        history.publish(new GenericDomainEventMessage<>("Notice", event.noticeId(), sequence, event));
    }

    /** A batch is begun with these notices. */
    PostingBatchPrepared begin(String... noticeIds) {
        begunWith = List.of(noticeIds);
        return new PostingBatchPrepared(BATCH, DAY, ISSUER, begunWith);
    }

    /** The seals that were set, the first one counting. */
    List<SealPostingBatch> seals() {
        return commands.stream()
                .filter(SealPostingBatch.class::isInstance)
                .map(SealPostingBatch.class::cast)
                .toList();
    }

    private Recorded print(PrintNotice command) {
        if (printedIn.putIfAbsent(command.noticeId(), command.batchId()) == null) {
            record(new NoticePrinted(command.noticeId(), command.batchId()));
        }
        return new Recorded(Recorded.Kind.NOTICE, command.noticeId(), 1);
    }

    private Recorded seal(SealPostingBatch command) {
        if (seal != null && !seal.sha256().equals(command.sha256())) {
            throw Refused.because(ErrorCode.POSTING_ARCHIVE_DIFFERS);
        }
        if (seal == null) {
            PostingBatchSealed sealed =
                    new PostingBatchSealed(BATCH, command.letters(), command.bytes(), command.sha256());
            history.publish(new GenericDomainEventMessage<>("PostingBatch", BATCH, 0, sealed));
        }
        seal = command;
        return new Recorded(Recorded.Kind.BATCH, command.batchId(), 1);
    }

    private Optional<PostingBatchView> batch(String batchId) {
        if (!batchId.equals(BATCH)) {
            return Optional.empty();
        }
        SealPostingBatch sealed = seal;
        return Optional.of(new PostingBatchView(
                BATCH,
                DAY,
                ISSUER,
                begunWith,
                sealed == null ? null : sealed.letters(),
                sealed == null ? null : sealed.bytes(),
                sealed == null ? null : sealed.sha256()));
    }

    private ReferenceIdsView references(List<Edition> editions) {
        if (authorityIsAway) {
            throw Refused.because(ErrorCode.TEMPORARILY_UNAVAILABLE);
        }
        return new ReferenceIdsView(editions.stream()
                .collect(Collectors.toMap(
                        Edition::requestId, edition -> edition.requestId().substring(8) + "-E" + edition.edition())));
    }

    private <C> C received(CommandMessage<?> message, Class<C> type) {
        C command = type.cast(message.getPayload());
        commands.add(command);
        nested.add(CurrentUnitOfWork.get().parent().isPresent());
        return command;
    }

    private static Type optional(Class<?> type) {
        return ResolvableType.forClassWithGenerics(Optional.class, type).getType();
    }
}
