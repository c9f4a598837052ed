package jp.shomei.command.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import jp.shomei.command.time.DueList.Turn;
import jp.shomei.command.time.DueRoom.Ask;
import jp.shomei.command.time.DueRoom.Take;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DueCommandsTest {

    private static final int PAGE = 2_000;

    private final DueRoom room = new DueRoom();
    private final RecordedPauses pauses = new RecordedPauses();
    private Configuration axon;
    private DueCommands due;

    @BeforeEach
    void start() {
        axon = DefaultConfigurer.defaultConfiguration()
                .configureEmbeddedEventStore(configuration -> new InMemoryEventStorageEngine())
                .registerMessageHandler(configuration -> room)
                .start();
        due = new DueCommands(axon.commandGateway(), axon.queryGateway(), pauses);
    }

    @AfterEach
    void stop() {
        due.close();
        axon.shutdown();
    }

    @Test
    void anEmptyListIsAskedForOnce() {
        due.give(room.list());
        assertThat(room.asked).containsExactly(new Ask(null, PAGE));
        assertThat(room.taken).isEmpty();
    }

    @Test
    void aLongListIsAskedForInPagesUntilItsEnd() {
        room.due = 2 * PAGE + 1;
        due.give(room.list());
        assertThat(room.taken).hasSize(2 * (2 * PAGE + 1)).doesNotHaveDuplicates();
        assertThat(room.asked)
                .containsExactly(
                        new Ask(null, PAGE), new Ask(DueRoom.id(PAGE), PAGE), new Ask(DueRoom.id(2 * PAGE), PAGE));
    }

    @Test
    void theCommandsForOneSubjectFollowOneAnother() {
        room.due = 100;
        due.give(room.list());
        for (int number = 1; number <= 100; number++) {
            String requestId = DueRoom.id(number);
            assertThat(room.taken.stream().filter(take -> take.requestId().equals(requestId)))
                    .containsExactly(new Take(requestId, 1), new Take(requestId, 2));
        }
    }

    @Test
    void theSystemItselfGivesThem() {
        room.due = 1;
        due.give(room.list());
        assertThat(room.metadata).hasSize(2).allSatisfy(one -> assertThat(one)
                .containsEntry(Metadata.ACTOR, Metadata.SYSTEM)
                .containsEntry(Metadata.CHANNEL, "daily-run"));
    }

    @Test
    void fourAreUnderWayAtOnceAndNoMore() {
        room.due = 40;
        CyclicBarrier four = new CyclicBarrier(4);
        room.meanwhile = take -> {
            if (take.step() == 1) {
                four.await(10, TimeUnit.SECONDS);
            }
        };
        due.give(room.list());
        assertThat(room.mostAtOnce).hasValue(4);
    }

    @Test
    void noPageIsReadBeforeTheLastButOneIsDone() {
        room.due = 6 * PAGE;
        due.give(room.list());
        assertThat(room.takenWhenAsked).hasSize(7);
        IntStream.range(2, 7).forEach(page -> assertThat(room.takenWhenAsked.get(page))
                .as("commands done when page %d was read", page)
                .isGreaterThanOrEqualTo(2 * (page - 1) * PAGE));
    }

    @Test
    void whatIsKeptDoesNotGrowWithTheList() {
        room.due = 6 * PAGE;
        room.countsTurnsKept = true;
        due.give(room.list());
        assertThat(room.turnsKept).hasSize(7).allSatisfy(kept -> assertThat(kept)
                .isLessThanOrEqualTo(2 * PAGE));
    }

    @Nested
    class OfAListAtHand {

        private static final MetaData CLERK = MetaData.with(Metadata.ACTOR, "billing");

        @Test
        void everythingIsDoneAndNothingIsAskedFor() {
            due.give("tests", turns(PAGE + 1), CLERK);
            assertThat(room.asked).isEmpty();
            assertThat(room.taken).hasSize(2 * (PAGE + 1)).doesNotHaveDuplicates();
        }

        @Test
        void itIsDoneOnBehalfOfWhoGaveIt() {
            due.give("tests", turns(1), CLERK);
            assertThat(room.metadata).hasSize(2).allSatisfy(one -> assertThat(one)
                    .containsEntry(Metadata.ACTOR, "billing"));
        }

        @Test
        void theCommandsForOneSubjectFollowOneAnother() {
            due.give("tests", turns(100), CLERK);
            for (int number = 1; number <= 100; number++) {
                String subject = DueRoom.id(number);
                assertThat(room.taken.stream().filter(take -> take.requestId().equals(subject)))
                        .containsExactly(new Take(subject, 1), new Take(subject, 2));
            }
        }

        @Test
        void oneSubjectThatFailsKeepsNoOtherFromItsTurn() {
            room.refused = Set.of(DueRoom.id(2));
            assertThatIllegalStateException()
                    .isThrownBy(() -> due.give("tests", turns(3), CLERK))
                    .withMessage("1 tests are not on record");
            assertThat(room.taken)
                    .extracting(Take::requestId)
                    .containsOnly(DueRoom.id(1), DueRoom.id(3))
                    .hasSize(4);
        }

        private static List<Turn> turns(int count) {
            return IntStream.rangeClosed(1, count)
                    .mapToObj(DueRoom::id)
                    .map(one -> new Turn(one, List.of(new Take(one, 1), new Take(one, 2))))
                    .toList();
        }
    }

    @Nested
    class WhenSomethingFails {

        @Test
        void oneSubjectThatFailsKeepsNoOtherFromItsTurn() {
            room.due = 5;
            room.refused = Set.of(DueRoom.id(1), DueRoom.id(3));

            assertThatIllegalStateException()
                    .isThrownBy(() -> due.give(room.list()))
                    .withMessage("2 tests are not on record")
                    .withCauseInstanceOf(Refused.class);

            assertThat(room.taken).extracting(Take::requestId).doesNotContainAnyElementsOf(room.refused);
            assertThat(room.taken).hasSize(6);
        }

        @Test
        void anErrorCountsAsAFailure() {
            room.due = 2;
            room.meanwhile = take -> {
                throw new StackOverflowError();
            };
            assertThatIllegalStateException()
                    .isThrownBy(() -> due.give(room.list()))
                    .withMessage("2 tests are not on record");
        }

        @Test
        void aListThatIsNotToBeHadIsToldAfterWhatWasReadIsDone() {
            room.due = PAGE + 1;
            room.pagesToBeHad = 1;
            assertThatIllegalStateException()
                    .isThrownBy(() -> due.give(room.list()))
                    .withMessage("the list of tests is not to be had");
            assertThat(room.taken).hasSize(2 * PAGE);
            assertThat(pauses.total()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
        }

        @Test
        void aPageThatIsBehindIsAskedForAgainUntilItIsThere() {
            room.due = PAGE + 1;
            room.pagesToBeHad = 1;
            pauses.meanwhile(() -> {
                if (pauses.total().compareTo(Duration.ofMinutes(4)) > 0) {
                    room.pagesToBeHad = Integer.MAX_VALUE;
                }
            });

            due.give(room.list());

            assertThat(room.taken).hasSize(2 * (PAGE + 1)).doesNotHaveDuplicates();
            assertThat(room.asked.subList(1, room.asked.size()))
                    .hasSizeGreaterThan(2)
                    .containsOnly(new Ask(DueRoom.id(PAGE), PAGE));
        }

        @Test
        void eachPageHasItsOwnTime() {
            room.due = 2 * PAGE;
            room.pagesToBeHad = 0;
            pauses.meanwhile(() -> {
                boolean often = room.asked.size() % 200 == 199;
                room.pagesToBeHad = often ? room.asked.size() + 1 : 0;
            });

            due.give(room.list());

            assertThat(room.taken).hasSize(2 * 2 * PAGE);
            assertThat(pauses.total()).isGreaterThan(Duration.ofMinutes(8));
        }

        @Test
        void aListThatFailsOtherwiseIsNotAskedForAgain() {
            room.due = 1;
            room.reason = ErrorCode.TEMPORARILY_UNAVAILABLE;
            room.pagesToBeHad = 0;
            assertThatIllegalStateException()
                    .isThrownBy(() -> due.give(room.list()))
                    .withMessage("the list of tests is not to be had");
            assertThat(room.asked).hasSize(1);
        }

        @Test
        void aPageIsWaitedForNoLongerOnceClosed() {
            room.due = 1;
            room.pagesToBeHad = 0;
            pauses.meanwhile(due::close);
            assertThatIllegalStateException()
                    .isThrownBy(() -> due.give(room.list()))
                    .withMessage("stopped before the list of tests came");
            assertThat(room.asked).hasSize(1);
        }

        @Test
        void aListThatDoesNotGoOnIsRefused() {
            room.due = PAGE;
            room.stuck = true;
            assertThatIllegalStateException()
                    .isThrownBy(() -> due.give(room.list()))
                    .withMessageContaining("does not go on after " + DueRoom.id(PAGE));
        }
    }

    @Nested
    class WhenStoppedAmidTheList {

        private final CountDownLatch begun = new CountDownLatch(4);
        private final CountDownLatch mayEnd = new CountDownLatch(1);
        private final AtomicReference<@Nullable RuntimeException> told = new AtomicReference<>();
        private final Thread caller = new Thread(() -> {
            try {
                due.give(room.list());
            } catch (IllegalStateException expected) {
                told.set(expected);
            }
        });

        @BeforeEach
        void begin() throws InterruptedException {
            room.due = 3 * PAGE;
            room.meanwhile = take -> {
                begun.countDown();
                mayEnd.await(10, TimeUnit.SECONDS);
            };
            caller.start();
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        }

        @Test
        void anInterruptReachesTheCallerAndNobodyWhoWrites() throws InterruptedException {
            caller.interrupt();
            caller.join(10_000);
            assertThat(told.get()).isInstanceOf(IllegalStateException.class).hasMessageStartingWith("stopped");

            mayEnd.countDown();
            room.due = 1;
            due.give(room.list());
            due.close();
            assertThat(room.interrupted).isFalse();
            assertThat(room.taken)
                    .as("what was under way, and the next round, which waited for its turn")
                    .hasSize(8 + 2);
        }

        @Test
        void closingLetsWhatIsUnderWayEndAndBeginsNothingMore() throws InterruptedException {
            Thread closer = new Thread(due::close);
            closer.start();
            awaitWaiting(closer);

            mayEnd.countDown();
            closer.join(10_000);
            caller.join(10_000);
            assertThat(told.get()).isInstanceOf(IllegalStateException.class);
            assertThat(room.interrupted).isFalse();
            assertThat(room.taken).hasSize(8);
        }

        private static void awaitWaiting(Thread thread) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                assertThat(System.nanoTime()).as("the thread waits in time").isLessThan(end);
                Thread.onSpinWait();
            }
        }
    }
}
