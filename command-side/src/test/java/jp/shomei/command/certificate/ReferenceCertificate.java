package jp.shomei.command.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.reminder.ReminderKind;
import org.jspecify.annotations.Nullable;

/** What a certificate should do, in as few lines as possible: the yardstick for random histories. */
final class ReferenceCertificate {

    enum Step {
        APPROVE,
        REJECT,
        CANCEL,
        OPEN,
        PREPARE,
        SIGN,
        SIGN_OTHER,
        DOWNLOAD,
        EXTEND,
        REISSUE,
        DESTROY_KEY,
        CHANGE_CONTACT,
        RENEW,
        RENEW_WITH_NEWEST,
        RENEW_WITH_PREVIOUS,
        RENEW_WITH_OTHER,
        REVOKE,
        REVOKE_WITH_NEWEST,
        REVOKE_WITH_PREVIOUS,
        REVOKE_FOR_AUTHORITY,
        REVOKE_FOR_CALLER,
        APPROVE_REVOCATION,
        DECLINE_REVOCATION,
        COMPROMISE,
        EXPIRE,
        RETIRE,
        REMIND_OF_EXPIRY,
        REMIND_OF_DOWNLOAD
    }

    private enum State {
        WAITING,
        DROPPED,
        ISSUED,
        REVOKED,
        EXPIRED
    }

    private static final class Key {
        private final LocalDate last;
        private LocalDate accepted;
        private LocalDate open;
        private boolean noticed;
        private boolean prepared;
        private boolean signed;
        private boolean downloaded;
        private boolean destroyed;
        private boolean retired;

        private Key(LocalDate today) {
            last = today.plusMonths(39);
            accepted = last;
            open = today.plusDays(180);
        }
    }

    private final boolean twoOfficers;
    private final int graceDays;
    private final List<Key> keys = new ArrayList<>();
    private final ReferenceReminders reminders = new ReferenceReminders();
    private State state = State.WAITING;
    private @Nullable String endorser;
    private @Nullable String filer;

    /** @param graceDays negative if there is no grace */
    ReferenceCertificate(boolean agrees, boolean twoOfficers, int graceDays, LocalDate today) {
        this.twoOfficers = twoOfficers;
        this.graceDays = graceDays;
        if (agrees) {
            issue(today);
        }
    }

    int generation() {
        return keys.size();
    }

    /** The reminders that should be on record, in order. */
    Collection<String> reminders() {
        return reminders.all();
    }

    /** The last day of the newest generation; today if there is none. */
    LocalDate lastDay(LocalDate today) {
        return keys.isEmpty() ? today : keys.getLast().last;
    }

    /** The last day of download of the newest generation; today if there is none. */
    LocalDate lastDayOfDownload(LocalDate today) {
        return keys.isEmpty() ? today : keys.getLast().open;
    }

    /** Takes the step, or says why it must be refused. */
    Optional<ErrorCode> take(Step step, String actor, LocalDate today) {
        return switch (step) {
            case APPROVE -> decide(() -> approve(actor, today));
            case REJECT, CANCEL -> decide(this::drop);
            case OPEN -> open(today);
            case REISSUE -> open(today).or(() -> done(() -> keys.getLast().noticed = true));
            case PREPARE -> prepare(today);
            case SIGN ->
                !keys.isEmpty() && keys.getLast().prepared
                        ? done(() -> keys.getLast().signed = true)
                        : no(ErrorCode.SIGNING_MISMATCH);
            case SIGN_OTHER -> no(ErrorCode.SIGNING_MISMATCH);
            case DOWNLOAD -> open(today).or(this::download);
            case EXTEND -> live(today).or(() -> extend(today));
            case DESTROY_KEY -> done(() -> keys.forEach(key -> key.destroyed = true));
            case CHANGE_CONTACT -> live(today);
            case RENEW -> live(today).or(() -> renew(true, today));
            case RENEW_WITH_NEWEST -> presented(1, today).or(() -> renew(false, today));
            case RENEW_WITH_PREVIOUS -> presented(2, today).or(() -> renew(true, today));
            case RENEW_WITH_OTHER -> no(ErrorCode.NOT_YOUR_CERTIFICATE);
            case REVOKE -> live(today).or(this::revoke);
            case REVOKE_WITH_NEWEST -> presented(1, today).or(this::revoke);
            case REVOKE_WITH_PREVIOUS -> presented(2, today).or(this::revoke);
            case REVOKE_FOR_AUTHORITY -> live(today).or(() -> twoOfficers || filer != null ? file(actor) : revoke());
            case REVOKE_FOR_CALLER -> live(today).or(() -> file(actor));
            case APPROVE_REVOCATION -> pending(today).or(() -> approveRevocation(actor));
            case DECLINE_REVOCATION -> pending(today).or(() -> done(() -> filer = null));
            case COMPROMISE -> live(today).isEmpty() && keys.getLast().prepared ? revoke() : Optional.empty();
            case EXPIRE ->
                done(() -> state = state == State.ISSUED && today.isAfter(lastDay(today)) ? State.EXPIRED : state);
            case RETIRE -> live(today).isEmpty() && keys.size() > 1 ? retire(today) : Optional.empty();
            case REMIND_OF_EXPIRY -> remind(key -> true, ReminderKind.EXPIRY, key -> key.last, today);
            case REMIND_OF_DOWNLOAD ->
                remind(key -> key.noticed && !key.downloaded, ReminderKind.DOWNLOAD, key -> key.open, today);
        };
    }

    private Optional<ErrorCode> decide(Supplier<Optional<ErrorCode>> decision) {
        return state == State.WAITING ? decision.get() : no(ErrorCode.NOT_WAITING_APPROVAL);
    }

    private Optional<ErrorCode> drop() {
        return done(() -> state = State.DROPPED);
    }

    private Optional<ErrorCode> approve(String actor, LocalDate today) {
        if (twoOfficers && (actor.equals("applicant") || actor.equals(endorser))) {
            return no(ErrorCode.SECOND_OFFICER_NEEDED);
        }
        if (twoOfficers && endorser == null) {
            return done(() -> endorser = actor);
        }
        return done(() -> issue(today));
    }

    private void issue(LocalDate today) {
        state = State.ISSUED;
        keys.add(new Key(today));
        keys.getLast().noticed = true;
    }

    private Optional<ErrorCode> live(LocalDate today) {
        return switch (state) {
            case WAITING, DROPPED -> no(ErrorCode.NOT_ISSUED);
            case REVOKED -> no(ErrorCode.ALREADY_REVOKED);
            case EXPIRED -> no(ErrorCode.CERTIFICATE_EXPIRED);
            case ISSUED -> today.isAfter(lastDay(today)) ? no(ErrorCode.CERTIFICATE_EXPIRED) : Optional.empty();
        };
    }

    private Optional<ErrorCode> presented(int fromEnd, LocalDate today) {
        if (keys.size() < fromEnd || !keys.get(keys.size() - fromEnd).prepared) {
            return no(ErrorCode.NOT_YOUR_CERTIFICATE);
        }
        Key key = keys.get(keys.size() - fromEnd);
        boolean accepted = !key.retired && !today.isAfter(key.last);
        return live(today).or(() -> accepted ? Optional.empty() : no(ErrorCode.NOT_YOUR_CERTIFICATE));
    }

    private Optional<ErrorCode> open(LocalDate today) {
        return live(today)
                .or(() -> today.isAfter(keys.getLast().open) ? no(ErrorCode.DOWNLOAD_PERIOD_OVER) : Optional.empty());
    }

    private Optional<ErrorCode> prepare(LocalDate today) {
        return open(today)
                .or(() -> keys.getLast().prepared
                        ? no(ErrorCode.SIGNING_IN_PROGRESS)
                        : done(() -> keys.getLast().prepared = true));
    }

    private Optional<ErrorCode> download() {
        Key newest = keys.getLast();
        return newest.signed ? done(() -> newest.downloaded = true) : no(ErrorCode.SIGNING_IN_PROGRESS);
    }

    /** Asks for the last day of validity, which is taken unless it is the last day of download already. */
    private Optional<ErrorCode> extend(LocalDate today) {
        Key newest = keys.getLast();
        if (!newest.open.isBefore(newest.last)) {
            return no(ErrorCode.INVALID_FIELDS);
        }
        return newest.destroyed ? no(ErrorCode.KEY_NOT_KEPT) : done(() -> newest.open = newest.last);
    }

    private Optional<ErrorCode> renew(boolean evenIfHandedOut, LocalDate today) {
        Key newest = keys.getLast();
        if (keys.size() > 1 && !today.isAfter(newest.open) && (evenIfHandedOut || !newest.downloaded)) {
            return Optional.empty();
        }
        if (today.isBefore(newest.last.minusDays(89))) {
            return no(ErrorCode.RENEWAL_TOO_EARLY);
        }
        if (newest.prepared && !newest.signed) {
            return no(ErrorCode.SIGNING_IN_PROGRESS);
        }
        if (graceDays >= 0 && today.plusDays(graceDays).isBefore(newest.last)) {
            newest.accepted = today.plusDays(graceDays);
        }
        return done(() -> keys.add(new Key(today)));
    }

    private Optional<ErrorCode> revoke() {
        return done(() -> state = State.REVOKED);
    }

    private Optional<ErrorCode> file(String actor) {
        return filer == null ? done(() -> filer = actor) : no(ErrorCode.REVOCATION_PENDING);
    }

    private Optional<ErrorCode> pending(LocalDate today) {
        return filer != null && live(today).isEmpty() ? Optional.empty() : no(ErrorCode.REVOCATION_NOT_PENDING);
    }

    private Optional<ErrorCode> approveRevocation(String actor) {
        return twoOfficers && actor.equals(filer) ? no(ErrorCode.SECOND_OFFICER_NEEDED) : revoke();
    }

    private Optional<ErrorCode> retire(LocalDate today) {
        Key previous = keys.get(keys.size() - 2);
        return done(() -> previous.retired |= keys.getLast().downloaded
                && previous.prepared
                && today.isAfter(previous.accepted)
                && !today.isAfter(previous.last));
    }

    private Optional<ErrorCode> remind(
            Predicate<Key> awaited, ReminderKind kind, Function<Key, LocalDate> end, LocalDate today) {
        if (live(today).isEmpty() && awaited.test(keys.getLast())) {
            reminders.ask(kind, end.apply(keys.getLast()), today);
        }
        return Optional.empty();
    }

    private static Optional<ErrorCode> no(ErrorCode code) {
        return Optional.of(code);
    }

    private static Optional<ErrorCode> done(Runnable effect) {
        effect.run();
        return Optional.empty();
    }
}
