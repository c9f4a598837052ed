package jp.shomei.command.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import jp.shomei.contracts.certificate.ApplyForCertificate;
import jp.shomei.contracts.certificate.ApproveApplication;
import jp.shomei.contracts.certificate.CancelApplication;
import jp.shomei.contracts.certificate.RejectApplication;
import jp.shomei.contracts.certificate.RenewCertificate;
import jp.shomei.contracts.certificate.RequestId;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.ReverseCharge;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.notice.DispatchNotice;
import jp.shomei.contracts.notice.NoticePrepared;
import jp.shomei.contracts.notice.ResendNotice;
import jp.shomei.contracts.notice.ReturnNotice;
import jp.shomei.contracts.refusal.Refused;

/** What costs something, at random: applications, letters, renewals; and officers who take fees back. */
final class RandomFees {

    private static final String TRACKING = "39960000010";

    private final Set<String> givenUp = new HashSet<>();
    private final Random random;
    private final FeeRoom room;
    private final RandomPayers payers;
    private final ExpectedCharges expected;
    private final List<Holder> holders = new ArrayList<>();
    private final List<Holder> waiting = new ArrayList<>();
    private final List<NoticePrepared> unposted = new ArrayList<>();
    private final List<String> posted = new ArrayList<>();
    private final List<String> returned = new ArrayList<>();
    private int numbers;

    private record Holder(String requestId, InstitutionCode institution) {}

    RandomFees(Random random, FeeRoom room, RandomPayers payers, ExpectedCharges expected) {
        this.random = random;
        this.room = room;
        this.payers = payers;
        this.expected = expected;
    }

    /** Most are issued by rule; the others wait for an officer, or are cancelled. */
    void apply(LocalDate today) {
        InstitutionCode institution = payers.any();
        String requestId = RequestId.of(today, ++numbers);
        boolean agrees = random.nextInt(10) < 7;
        room.send(new ApplyForCertificate(requestId, payers.form(institution, agrees)));
        if (agrees) {
            issued(requestId, institution, today);
        } else {
            waiting.add(new Holder(requestId, institution));
        }
    }

    /** Some of what waits is decided. */
    void decide(LocalDate today) {
        for (Holder one : List.copyOf(waiting)) {
            int choice = random.nextInt(6);
            if (choice < 3) {
                waiting.remove(one);
            }
            switch (choice) {
                case 0 -> {
                    room.send(new ApproveApplication(one.requestId(), null));
                    issued(one.requestId(), one.institution(), today);
                }
                case 1 -> room.send(new CancelApplication(one.requestId()));
                case 2 -> room.send(new RejectApplication(one.requestId(), "名称が異なります", null));
                default -> {}
            }
        }
    }

    void prepared(NoticePrepared notice) {
        unposted.add(notice);
    }

    /** Letters are posted, some reported late and some twice; some come back and are posted again. */
    void post(LocalDate today) {
        for (NoticePrepared notice : List.copyOf(unposted)) {
            if (notice.dispatchOn().isAfter(today) || random.nextInt(4) == 0) {
                continue;
            }
            boolean late = random.nextInt(3) == 0;
            LocalDate day = late ? notice.dispatchOn() : today;
            DispatchNotice dispatch = new DispatchNotice(notice.noticeId(), TRACKING, day);
            room.send(dispatch);
            expected.posted(notice.noticeId(), notice.institution(), day);
            if (random.nextInt(10) == 0) {
                room.send(dispatch);
            }
            unposted.remove(notice);
            posted.add(notice.noticeId());
        }
        returned.forEach(notice -> room.send(new DispatchNotice(notice, TRACKING, null)));
        returned.clear();
        for (int some = posted.size() / 20; some > 0; some--) {
            comeBack(posted.remove(random.nextInt(posted.size())));
        }
    }

    /** Whoever may renews, and some ask twice; who is refused is not charged. */
    void renew(LocalDate today, int asking) {
        for (int one = 0; one < asking && !holders.isEmpty(); one++) {
            Holder holder = holders.get(random.nextInt(holders.size()));
            RenewCertificate renewal = new RenewCertificate(holder.requestId(), null);
            if (isAccepted(renewal)) {
                holders.remove(holder);
                expected.renewed(holder.requestId(), holder.institution(), today);
                if (random.nextInt(4) == 0) {
                    room.send(renewal);
                }
            }
        }
    }

    /** An officer takes something back, wherever it is by now, or all that an institution was charged in a month. */
    void reverse(LocalDate today) {
        List<ExpectedCharges.Line> lines = expected.inOrder();
        if (lines.isEmpty()) {
            return;
        }
        if (random.nextInt(5) > 0) {
            reverse(lines.get(random.nextInt(lines.size())), today);
            return;
        }
        ExpectedCharges.Line newest = lines.getLast();
        lines.stream()
                .filter(line -> line.month().equals(newest.month())
                        && line.institution().equals(newest.institution()))
                .toList()
                .forEach(line -> reverse(line, today));
    }

    /** An officer takes the newest charge of a bill back, if that can be done. */
    void takeBack(String billId, LocalDate today) {
        List<ExpectedCharges.Line> lines = expected.inOrder().stream()
                .filter(line -> line.amount() > 0
                        && !expected.isTakenBack(line)
                        && BillId.of(new BillingMonth(line.month()), line.institution())
                                .equals(billId))
                .toList();
        if (!lines.isEmpty()) {
            reverse(lines.getLast(), today);
        }
    }

    /** A bill was given up. */
    void givenUp(String billId) {
        givenUp.add(billId);
    }

    /** What was taken back, takes something back, or was given up, cannot be taken back. */
    private void reverse(ExpectedCharges.Line line, LocalDate today) {
        String billId = BillId.of(new BillingMonth(line.month()), line.institution());
        ReverseCharge reversal = new ReverseCharge(billId, line.chargeId(), "誤り");
        if (line.amount() < 0) {
            assertThatThrownBy(() -> room.send(reversal)).hasMessage("REVERSAL_IS_FINAL");
        } else if (expected.isTakenBack(line)) {
            assertThatThrownBy(() -> room.send(reversal)).hasMessage("CHARGE_REVERSED");
        } else if (givenUp.contains(billId)) {
            assertThatThrownBy(() -> room.send(reversal)).hasMessage("BILL_WRITTEN_OFF");
        } else {
            room.send(reversal);
            expected.reversed(line, today);
        }
    }

    private void issued(String requestId, InstitutionCode institution, LocalDate today) {
        holders.add(new Holder(requestId, institution));
        expected.issued(requestId, institution, today);
    }

    private void comeBack(String notice) {
        room.send(new ReturnNotice(notice, "あて所に尋ねあたりません", null));
        room.send(new ResendNotice(notice));
        assertThat(returned).doesNotContain(notice);
        returned.add(notice);
    }

    private boolean isAccepted(Object command) {
        try {
            room.send(command);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }
}
