package jp.shomei.contracts.certificate;

import java.time.LocalDate;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.reminder.ReminderKind;
import org.axonframework.serialization.Revision;

/**
 * The holder is reminded by mail of an end that is near; the mail follows.
 *
 * @param requestId the certificate
 * @param kind what ends
 * @param generation whose end it is
 * @param stage which reminder of the schedule this is, as days before the end
 * @param endsOn the last day
 * @param daysLeft days left on the day of the reminder: fewer than the stage if the day before was missed
 * @param institution the holder
 * @param contact who is reminded: the contact of today
 * @param terminalName 端末名称等 of today
 * @param remindedOn the day in Japan
 */
@Revision("1")
public record ReminderSent(
        String requestId,
        ReminderKind kind,
        int generation,
        int stage,
        LocalDate endsOn,
        int daysLeft,
        InstitutionCode institution,
        Contact contact,
        String terminalName,
        LocalDate remindedOn)
        implements CertificateEvent {}
