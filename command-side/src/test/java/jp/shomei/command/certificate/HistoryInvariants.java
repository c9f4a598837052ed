package jp.shomei.command.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.shomei.contracts.certificate.CertificateDownloaded;
import jp.shomei.contracts.certificate.CertificateEvent;
import jp.shomei.contracts.certificate.CertificateExpired;
import jp.shomei.contracts.certificate.CertificateIssued;
import jp.shomei.contracts.certificate.CertificateRenewed;
import jp.shomei.contracts.certificate.CertificateRevoked;
import jp.shomei.contracts.certificate.CertificateSigned;
import jp.shomei.contracts.certificate.CertificateSigningPrepared;
import jp.shomei.contracts.certificate.ContactChanged;
import jp.shomei.contracts.certificate.DownloadPeriodExtended;
import jp.shomei.contracts.certificate.EscrowedKeyDestroyed;
import jp.shomei.contracts.certificate.PreviousKeyRetired;
import jp.shomei.contracts.certificate.ReminderSent;
import jp.shomei.contracts.certificate.RevokedKey;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.reminder.ReminderKind;
import jp.shomei.contracts.time.JapanTime;
import org.jspecify.annotations.Nullable;

/** What holds of every history of a certificate, whatever was asked for. */
final class HistoryInvariants {

    private final Map<Integer, LocalDate> lastDays = new TreeMap<>();
    private final Map<Integer, Integer> fees = new TreeMap<>();
    private final Map<Integer, CertificateSigningPrepared> intents = new TreeMap<>();
    private final Map<Integer, String> signatures = new LinkedHashMap<>();
    private final Map<Integer, RevokedKey> retired = new LinkedHashMap<>();
    private final Set<String> reminders = new HashSet<>();
    private @Nullable LocalDate downloadUntil;
    private @Nullable Contact contact;
    private @Nullable String terminalName;
    private boolean downloaded;
    private boolean over;

    static void hold(List<CertificateEvent> history) {
        HistoryInvariants invariants = new HistoryInvariants();
        history.forEach(invariants::see);
    }

    private void see(CertificateEvent event) {
        if (over) {
            assertThat(event)
                    .as("after the end, only what was begun before is finished")
                    .isInstanceOfAny(CertificateSigned.class, EscrowedKeyDestroyed.class);
        }
        switch (event) {
            case CertificateIssued issued -> {
                begin(1, issued.expiresOn(), issued.downloadUntil(), issued.licenceFee());
                hold(issued.contact(), issued.terminalName());
            }
            case CertificateRenewed renewed -> {
                begin(renewed.generation(), renewed.expiresOn(), renewed.downloadUntil(), renewed.renewalFee());
                hold(renewed.contact(), renewed.terminalName());
            }
            case ContactChanged changed -> hold(changed.contact(), changed.terminalName());
            case DownloadPeriodExtended extended -> downloadUntil = extended.downloadUntil();
            case CertificateDownloaded download -> downloaded = true;
            case ReminderSent sent -> remind(sent);
            case CertificateSigningPrepared prepared ->
                assertThat(intents.put(prepared.generation(), prepared))
                        .as("one intent for each generation")
                        .isNull();
            case CertificateSigned signed -> sign(signed);
            case PreviousKeyRetired retirement -> retire(retirement);
            case CertificateRevoked revoked -> {
                assertThat(revoked.keys()).isEqualTo(revocable(JapanTime.dayOf(revoked.revokedAt())));
                over = true;
            }
            case CertificateExpired expired -> {
                assertThat(expired.generation()).isEqualTo(lastDays.size());
                assertThat(expired.lastDay()).isEqualTo(lastDays.get(lastDays.size()));
                over = true;
            }
            default -> {
                // nothing that could contradict
            }
        }
    }

    private void begin(int generation, LocalDate lastDay, LocalDate lastDownload, int fee) {
        downloadUntil = lastDownload;
        downloaded = false;
        assertThat(generation).as("generations follow one another").isEqualTo(lastDays.size() + 1);
        lastDays.put(generation, lastDay);
        assertThat(fees.put(generation, fee)).as("one fee for each generation").isNull();
    }

    private void hold(Contact present, String terminal) {
        contact = present;
        terminalName = terminal;
    }

    private void remind(ReminderSent sent) {
        boolean ofDownload = sent.kind() == ReminderKind.DOWNLOAD;
        assertThat(sent.generation()).as("of the newest").isEqualTo(lastDays.size());
        assertThat(sent.endsOn()).isEqualTo(ofDownload ? downloadUntil : lastDays.get(sent.generation()));
        assertThat(sent.remindedOn()).isEqualTo(sent.endsOn().minusDays(sent.daysLeft()));
        assertThat(sent.daysLeft()).isBetween(0, sent.stage());
        assertThat(ofDownload && downloaded).as("of what was downloaded").isFalse();
        assertThat(sent.contact()).as("today's contact").isEqualTo(contact);
        assertThat(sent.terminalName()).isEqualTo(terminalName);
        assertThat(reminders.add(ReferenceReminders.of(sent))).as("once").isTrue();
    }

    private void sign(CertificateSigned signed) {
        assertThat(intents).as("no signature without its intent").containsKey(signed.generation());
        assertThat(signed.serialNumber())
                .isEqualTo(intents.get(signed.generation()).serialNumber());
        assertThat(signatures.put(signed.generation(), signed.serialNumber()))
                .as("one signature for each generation")
                .isNull();
    }

    private void retire(PreviousKeyRetired retirement) {
        RevokedKey key = retirement.key();
        assertThat(retired.put(key.generation(), key)).as("retired once").isNull();
        assertThat(key.generation()).isEqualTo(lastDays.size() - 1);
        assertThat(revocableKey(key.generation())).isEqualTo(key);
        assertThat(JapanTime.dayOf(retirement.retiredAt())).isBeforeOrEqualTo(lastDays.get(key.generation()));
    }

    private List<RevokedKey> revocable(LocalDate day) {
        return intents.keySet().stream()
                .filter(generation -> !retired.containsKey(generation))
                .filter(generation -> !day.isAfter(lastDays.get(generation)))
                .map(this::revocableKey)
                .toList();
    }

    private RevokedKey revocableKey(int generation) {
        CertificateSigningPrepared intent = intents.get(generation);
        return new RevokedKey(generation, intent.serialNumber(), intent.publicKeySha256());
    }
}
