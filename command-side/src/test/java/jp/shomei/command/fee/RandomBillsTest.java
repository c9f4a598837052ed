package jp.shomei.command.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import jp.shomei.contracts.fee.BeginCollection;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.CollectFee;
import jp.shomei.contracts.fee.FeeEvent;
import jp.shomei.contracts.fee.OffsetReversal;
import jp.shomei.contracts.fee.PaymentOutcome;
import jp.shomei.contracts.fee.RecordOutcome;
import jp.shomei.contracts.fee.WriteOffFee;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.refusal.ErrorCode;
import org.junit.jupiter.api.Test;

/**
 * Random bills against {@link ReferenceBill}, the same in every build, each driven to its end. {@code
 * -Dshomei.bills=100000} for a long run, {@code -Dshomei.seed=N} for other ones.
 */
class RandomBillsTest {

    private static final int BILLS = Integer.getInteger("shomei.bills", 3_000);
    private static final long SEED = Long.getLong("shomei.seed", 20_240_610);
    private static final int MOST_STEPS = 40;
    private static final int MOST_ROUNDS = 60;
    private static final BillingMonth FIRST_MONTH = BillingMonth.of("2024-01");
    private static final int MONTHS = 36;

    /** An event store in memory looks at every event to find one history. */
    private static final int AT_ONCE = 20;

    private final Random random = new Random(SEED);
    private final RandomBillSteps steps = new RandomBillSteps(random);
    private final Set<Class<?>> recorded = new HashSet<>();
    private final Set<String> ends = new HashSet<>();

    @Test
    void everyBillGoesAsTheReferenceSaysAndComesToAnEnd() {
        for (int done = 0; done < BILLS; done += AT_ONCE) {
            try (BillRoom room = new BillRoom(CollectionPolicy.USUAL)) {
                for (int number = done; number < done + AT_ONCE; number++) {
                    new Life(room, number).live();
                }
            }
        }
        assertThat(recorded)
                .as("every event there is, so that nothing goes untried (seed %d)", SEED)
                .containsExactlyInAnyOrder(FeeEvent.class.getPermittedSubclasses());
        assertThat(ends)
                .as("every end there is (seed %d)", SEED)
                .containsExactlyInAnyOrder("deducted", "paid", "written off", "refunded", "nothing due");
    }

    private final class Life {

        private final BillRoom room;
        private final int number;
        private final BillingMonth month;
        private final InstitutionCode institution;
        private final String billId;
        private final ReferenceBill reference;
        private final List<String> taken = new ArrayList<>();
        private List<FeeEvent> history = List.of();

        Life(BillRoom room, int number) {
            this.room = room;
            this.number = number;
            month = FIRST_MONTH.plus(random.nextInt(MONTHS));
            institution = InstitutionCode.of("%010d".formatted(number));
            billId = BillId.of(month, institution);
            reference = new ReferenceBill(month.month());
        }

        void live() {
            room.takeCharges(true);
            room.goTo(month.firstDay().minusDays(random.nextInt(60)));
            send(steps.charge(billId, institution));
            for (int left = random.nextInt(MOST_STEPS); left > 0; left--) {
                passTime();
                step();
            }
            driveToItsEnd();
            history.forEach(event -> recorded.add(event.getClass()));
            ends.add(reference.place());
            assertThat(BillInvariants.hold(history).isOver()).as(this::toString).isTrue();
        }

        private void step() {
            switch (random.nextInt(12)) {
                case 0 -> room.takeCharges(false);
                case 2 -> offset();
                case 1 -> room.file(BillFixture.filed(room.filed().category(), steps.method()));
                default -> send(steps.next(billId, institution, room.today()));
            }
        }

        /** As much as an open bill takes back, or a part of a refund. */
        private void offset() {
            if (reference.place().equals("open")) {
                send(new OffsetReversal(billId, "2023-10-" + institution, 753, room.today()));
            } else if (reference.place().equals("refund due")) {
                long part = random.nextBoolean() ? -reference.due() : (1 - reference.due()) / 2;
                send(new OffsetReversal(billId, "2023-11-" + institution, part, room.today()));
            }
        }

        private void passTime() {
            LocalDate today = room.today();
            LocalDate due = reference.until().plusDays(random.nextInt(4) - 1L);
            if (random.nextInt(3) == 0 && due.isAfter(today)) {
                room.goTo(due);
            } else if (random.nextInt(4) == 0) {
                room.goTo(today.plusDays(random.nextInt(20)));
            }
        }

        private void driveToItsEnd() {
            room.takeCharges(false);
            send(new BeginCollection(billId));
            for (int round = 0; round < MOST_ROUNDS; round++) {
                room.goTo(room.today().plusDays(1L + random.nextInt(40)));
                send(new CollectFee(billId));
                switch (reference.place()) {
                    case "first", "second" ->
                        report(random.nextBoolean() ? PaymentOutcome.DEDUCTED : PaymentOutcome.INSUFFICIENT);
                    case "issued", "overdue" ->
                        report(random.nextInt(4) == 0 ? PaymentOutcome.PAID : PaymentOutcome.UNPAID);
                    case "refund due" -> report(PaymentOutcome.PAID);
                    case "defaulted" -> giveUpOrPay();
                    default -> {}
                }
            }
        }

        private void giveUpOrPay() {
            if (random.nextBoolean()) {
                send(new WriteOffFee(billId, "廃止"));
            } else {
                report(PaymentOutcome.PAID);
            }
        }

        private void report(PaymentOutcome outcome) {
            send(new RecordOutcome(billId, outcome, null, room.today(), steps.newPlace()));
        }

        private void send(Object command) {
            boolean deducts = room.filed().paymentMethod() == PaymentMethod.DEDUCTION;
            taken.add(room.today() + " " + command);
            List<String> expected = reference.take(command, room.today(), room.isOpen(), deducts);
            Optional<ErrorCode> refusal = room.send(command);
            List<FeeEvent> before = history;
            history = room.history(billId);
            List<String> happened = refusal.map(code -> List.of(code.name()))
                    .orElseGet(() -> history.subList(before.size(), history.size()).stream()
                            .map(event -> event.getClass().getSimpleName())
                            .toList());
            assertThat(happened).as(this::toString).isEqualTo(expected);
        }

        @Override
        public String toString() {
            return "seed %d, bill %d of %s:%n%s".formatted(SEED, number, month, String.join("\n", taken));
        }
    }
}
