package jp.shomei.command.notice;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.shomei.command.calendar.DispatchCalendar;
import jp.shomei.command.history.Restores;
import jp.shomei.command.time.PatientQuestions;
import jp.shomei.command.time.Pauses;
import jp.shomei.command.time.ReactionsCaughtUp;
import jp.shomei.contracts.certificate.AuthorityCertificatesView;
import jp.shomei.contracts.certificate.FindAuthorityCertificates;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.notice.FindPostingBatch;
import jp.shomei.contracts.notice.ListNoticesToPost;
import jp.shomei.contracts.notice.NoticesToPost;
import jp.shomei.contracts.notice.PostingBatchView;
import jp.shomei.contracts.notice.PreparePostingBatch;
import jp.shomei.contracts.time.DailyJob;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins the day's batches for the forwarding agent, on dispatch days, of all notices that are to be posted by then and
 * are in no batch. Run again, it begins batches of what came since and goes on with the day's numbers.
 */
public final class PostingRun implements DailyJob {

    private static final Logger LOG = LoggerFactory.getLogger(PostingRun.class);
    private static final String PREPARATION = "notice-preparation";

    /** A day may bring 100,000 reminders, and what was issued among them is reached by its turn. */
    private static final Duration PREPARATION_WAIT = Duration.ofMinutes(5);

    private static final long DEADLINE_SECONDS = 30;

    private final DispatchCalendar calendar;
    private final ReactionsCaughtUp reactions;
    private final Restores restores;
    private final CommandGateway commands;
    private final QueryGateway queries;
    private final PatientQuestions lists;

    public PostingRun(
            DispatchCalendar calendar,
            ReactionsCaughtUp reactions,
            Restores restores,
            CommandGateway commands,
            QueryGateway queries) {
        this(calendar, reactions, restores, commands, queries, Pauses.REAL);
    }

    PostingRun(
            DispatchCalendar calendar,
            ReactionsCaughtUp reactions,
            Restores restores,
            CommandGateway commands,
            QueryGateway queries,
            Pauses pauses) {
        this.calendar = calendar;
        this.reactions = reactions;
        this.restores = restores;
        this.commands = commands;
        this.queries = queries;
        this.lists = new PatientQuestions(queries, pauses, () -> false);
    }

    @Override
    public String name() {
        return "posting";
    }

    /**
     * Begins the batches of this day.
     *
     * @throws IllegalStateException if what was issued before is not yet on its notices, or the notices are not to be had
     */
    @Override
    public void run(LocalDate day) {
        if (!calendar.isDispatchDay(day)) {
            return;
        }
        // what was issued by now must be on its notice: the notice that is printed without it leaves it behind
        reactions.await(PREPARATION, PREPARATION_WAIT);
        List<String> page = toPost(day, null);
        if (page.isEmpty()) {
            return;
        }
        String issuer = issuer();
        for (int number = firstFreeNumber(day); !page.isEmpty(); number++) {
            PreparePostingBatch batch = new PreparePostingBatch(batchId(day, number), day, issuer, page);
            commands.sendAndWait(
                    new GenericCommandMessage<>(batch, Metadata.BY_DAILY_RUN), DEADLINE_SECONDS, TimeUnit.SECONDS);
            LOG.info("Batch {} was begun with {} notices", batch.batchId(), page.size());
            page = page.size() < PostingBatch.MOST_NOTICES ? List.of() : toPost(day, page.getLast());
        }
    }

    private List<String> toPost(LocalDate day, @Nullable String after) {
        ListNoticesToPost query = new ListNoticesToPost(day, after, PostingBatch.MOST_NOTICES);
        List<String> page =
                lists.ask("notices to post", query, NoticesToPost.class).noticeIds();
        if (after != null && !page.isEmpty() && page.getLast().compareTo(after) <= 0) {
            throw new IllegalStateException("the list of notices to post does not go on after " + after);
        }
        return page;
    }

    private String issuer() {
        return answer(
                        "authority's certificates",
                        queries.query(new FindAuthorityCertificates(), AuthorityCertificatesView.class))
                .issuerName();
    }

    /** The list of notices was answered with all that has happened, so that every batch of an earlier run is known. */
    private int firstFreeNumber(LocalDate day) {
        int number = restores.lastBatch() + 1;
        while (isTaken(batchId(day, number))) {
            number++;
        }
        return number;
    }

    private boolean isTaken(String batchId) {
        return answer(
                        "posting batches",
                        queries.query(
                                new FindPostingBatch(batchId),
                                ResponseTypes.optionalInstanceOf(PostingBatchView.class)))
                .isPresent();
    }

    private static String batchId(LocalDate day, int number) {
        return "B" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + number;
    }

    private static <T> T answer(String what, CompletableFuture<T> asked) {
        try {
            return asked.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the " + what + " are not to be had", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped before the " + what + " came", stopped);
        }
    }
}
